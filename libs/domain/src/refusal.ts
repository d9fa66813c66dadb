/** Every reason to refuse a request: code → status and title. A code that is not here cannot be thrown. */
const catalogue = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.malformed': { status: 400, title: 'The request cannot be read' },
  'request.idempotency-key-invalid': { status: 400, title: 'The Idempotency-Key is not valid' },
  'list.unknown-parameter': { status: 400, title: 'The list has no such parameter' },
  'list.invalid-parameter': { status: 400, title: 'A parameter of the list is not valid' },
  'list.invalid-cursor': { status: 400, title: 'The cursor is not valid for this list' },
  'session.missing': { status: 401, title: 'Sign in first' },
  'access.denied': { status: 403, title: 'Your role does not allow this' },
  'access.suspended': { status: 403, title: 'This user is suspended' },
  'resource.not-found': { status: 404, title: 'There is nothing here' },
  'request.method': { status: 405, title: 'This address does not know the method' },
  'rule.conflict': { status: 409, title: 'This does not go with what is there' },
  'rule.duplicate': { status: 409, title: 'This is there already' },
  'rule.still-used': { status: 409, title: 'This is still used elsewhere' },
  'row.changed': { status: 412, title: 'Someone changed this before you' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.media-type': { status: 415, title: 'The content type is not supported' },
  'reference.unknown': { status: 422, title: 'Something named here does not exist' },
  'value.out-of-range': { status: 422, title: 'A value is outside of what can be kept' },
  'idempotency.other-request': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'row.version-required': { status: 428, title: 'Say which version you change, by If-Match' },
  'rate.exceeded': { status: 429, title: 'Too many requests' },
  'service.unavailable': { status: 503, title: 'Longlist is not ready; try again' },
  'service.fault': { status: 500, title: 'Something went wrong on our side' },

  'sign-in.failed': { status: 401, title: 'The address or the password is not right' },
  'two-factor.expired': { status: 401, title: 'Sign in with your password again' },
  'two-factor.code': { status: 422, title: 'The code is not right' },
  'two-factor.state': { status: 409, title: 'The second factor is in that state already' },
  'password.wrong': { status: 422, title: 'The password is not right' },
  'reset.invalid': { status: 409, title: 'This link is used or no longer valid' },
  'agency.time-zone': { status: 422, title: 'There is no such time zone' },
  'agency.slug': { status: 422, title: 'An agency cannot have this short name' },
  'agency.slug-taken': { status: 409, title: 'Another agency has this short name' },
  'invitation.invalid': { status: 409, title: 'This link is used or no longer valid' },
  'invitation.open': { status: 409, title: 'There is an open invitation for this address' },
  'welcome.invalid': { status: 409, title: 'This link is used or no longer valid' },
  'member.exists': { status: 409, title: 'This address is a user already' },
  'member.last-owner': { status: 409, title: 'An agency keeps at least one owner' },
  'member.self': { status: 409, title: 'This cannot be done to yourself' },
  'member.state': { status: 409, title: 'The user is in that state already' },
  'member.client': { status: 422, title: 'A client role names a client, another role does not' },
  'api-key.permissions': { status: 422, title: 'A key cannot do more than its maker' },
  'pipeline.default': { status: 409, title: 'The default pipeline stays' },
  'pipeline.stages': { status: 422, title: 'A pipeline starts at longlist and its groups do not go back' },
  'ladder.steps': { status: 422, title: 'The steps of the ladder do not hold together' },
  'ladder.step-used': { status: 409, title: 'Levels stand on a step that would go' },
  'ladder.order': { status: 409, title: 'Levels span steps that would be turned round' },
  'setting.name-taken': { status: 409, title: 'There is one with this name' },
  'custom-field.key-taken': { status: 409, title: 'There is a field with this key' },
  'custom-field.choices': { status: 422, title: 'The choices do not go with the kind of the field' },
  'setting.state': { status: 409, title: 'This is in that state already' },
  'setting.archived': { status: 409, title: 'This is archived' },
  'saved-view.not-yours': { status: 403, title: 'Only its owner changes a view' },

  'organization.parent-cycle': { status: 409, title: 'An organization cannot stand below itself' },
  'organization.parent-kind': { status: 409, title: 'This kind of organization cannot stand there' },
  'organization.successor-cycle': { status: 409, title: 'An organization cannot succeed itself' },
  'organization.archived': { status: 409, title: 'The organization is archived' },
  'organization.levels': { status: 422, title: 'The levels do not hold together' },
  'organization.state': { status: 409, title: 'The organization is in that state already' },

  'note.not-yours': { status: 403, title: 'Only its author changes a note' },
  'task.done': { status: 409, title: 'The task is done; reopen it first' },
  'task.state': { status: 409, title: 'The task is in that state already' },
  'task.assignee': { status: 422, title: 'A task is for a colleague at work' },
  'candidate.do-not-contact': { status: 409, title: 'This person asked not to be contacted' },
  'contact-log.occurred-future': { status: 409, title: 'This cannot have happened in the future' },
  'contact-log.candidacy': { status: 422, title: 'The candidacy is not that of this person in this search' },
  'contact-log.voided': { status: 409, title: 'This contact is taken back already' },
  'poaching-attempt.state': { status: 409, title: 'The attempt is not in a state that allows this' },
  'poaching-attempt.exists': { status: 409, title: 'There is an attempt on this person for this search' },
  'poaching-attempt.search-needed': { status: 422, title: 'An attempt is won for a search' },
  'poaching-attempt.occurred': { status: 422, title: 'This cannot have happened then' },
  'poaching-attempt.until': { status: 422, title: 'The day until which they wait does not fit' },
  'attempt-word.voided': { status: 409, title: 'This is taken back already' },
  'message-template.field': { status: 422, title: 'The text has a field that nobody fills' },

  'off-limits.blocked': { status: 409, title: 'This person is off-limits' },
  'off-limits.not-blocked': { status: 409, title: 'Nothing blocks this person here' },
  'off-limits.subject': { status: 422, title: 'A policy is on one organization or on one person' },
  'off-limits.days': { status: 422, title: 'A policy ends after it starts' },
  'off-limits.derived': { status: 409, title: 'This follows from a search or a placement and changes there' },
  'off-limits.state': { status: 409, title: 'This is in that state already' },

  'call-list.empty': { status: 409, title: 'There is nobody to call' },
  'call-list.state': { status: 409, title: 'The person is in that state already' },

  'search.state': { status: 409, title: 'The search is not in a state that allows this' },
  'search.day': { status: 409, title: 'This cannot have been on that day' },
  'search.stage-used': { status: 409, title: 'Somebody stands in this stage' },
  'search.stage-order': { status: 422, title: 'An order names every stage of the search once' },
  'search.team-member': { status: 422, title: 'Only colleagues work on a search' },
  'search.terms': { status: 422, title: 'The terms do not hold together' },
  'target.state': { status: 409, title: 'The target does not go from that state to this one' },

  'candidacy.search-closed': { status: 409, title: 'The search is closed' },
  'candidacy.role': { status: 409, title: 'Only candidates move along the stages' },
  'candidacy.same-stage': { status: 409, title: 'The candidacy stands there already' },
  'candidacy.neighbour': { status: 409, title: 'The neighbour named does not stand in that stage' },
  'candidacy.exited': { status: 409, title: 'The candidacy has left the pipeline' },
  'candidacy.not-exited': { status: 409, title: 'The candidacy has not left the pipeline' },
  'candidacy.exit-reason': { status: 422, title: 'This party does not give this reason' },
  'candidacy.placement-needed': { status: 409, title: 'Only a placement leads there' },
  'candidacy.placed': { status: 409, title: 'A placement holds the candidacy there' },
  'candidacy.occurred-future': { status: 409, title: 'This cannot have happened in the future' },
  'candidacy.occurred-before': { status: 409, title: 'This cannot have happened before what it follows' },
  'stage-entry.voided': { status: 409, title: 'This is undone already' },
  'stage-entry.first': { status: 409, title: 'What put somebody on a search is not undone; exit instead' },
  'stage-entry.not-latest': { status: 409, title: 'Only the latest step can be undone' },
  'stage-removal.undone': { status: 409, title: 'The stage is back already' },
  'stage-entry.stage-gone': { status: 409, title: 'The stage before that step is gone' },
  'placement.state': { status: 409, title: 'The placement is not in a state that allows this' },
  'placement.stage': { status: 409, title: 'A placement begins where the offer is accepted' },
  'placement.exists': { status: 409, title: 'The candidacy has a placement' },
  'placement.day': { status: 409, title: 'This cannot have been on that day' },
  'placement.guarantee-runs': { status: 409, title: 'The guarantee has not passed yet' },

  'submission.permission': { status: 422, title: 'Nobody is presented without their permission' },
  'submission.consent': { status: 422, title: 'The person has not agreed that this client gets their data' },
  'submission.notice-missing': { status: 409, title: 'The person has not been told that we keep their data' },
  'submission.notice-overdue': { status: 409, title: 'The notice to this person is overdue' },
  'submission.do-not-contact': { status: 409, title: 'This person asked not to be contacted' },
  'submission.too-few': { status: 409, title: 'Too few people share what the report shows' },
  'submission.free-text': { status: 422, title: 'A blind report carries no free text' },
  'submission.contact': { status: 422, title: 'The contact does not belong to the client of the search' },
  'submission.day': { status: 422, title: 'This cannot have been on that day' },
  'submission.answer-late': { status: 409, title: 'The client answered after the agreed days' },
  'submission.answered': { status: 409, title: 'The answer of the client is recorded already' },
  'submission.not-answered': { status: 409, title: 'There is no answer to take back' },
  'submission.withdrawn': { status: 409, title: 'The submission is withdrawn' },
  'submission.voided': { status: 409, title: 'The submission is taken back already' },
  'submission.pay': { status: 403, title: 'The report shows pay, which your role does not see' },
  'pay-place.taken': { status: 409, title: 'This place is in the table already' },
  'pay-place.words': { status: 422, title: 'A place of your own is named by words' },

  'candidate.archived': { status: 409, title: 'The candidate is archived' },
  'candidate.state': { status: 409, title: 'The candidate is in that state already' },
  'candidate.identifier-taken': { status: 409, title: 'Another candidate has this identifier' },
  'candidate.identifier-value': { status: 422, title: 'This is no identifier of its kind' },
  'candidate.channel-value': { status: 422, title: 'This is no channel of its kind' },
  'candidate.legal-basis': { status: 422, title: 'The law does not know this basis' },
  'candidate.future-day': { status: 422, title: 'A day of what happened lies in the future' },
  'candidate.notice-day': { status: 422, title: 'Nobody is told before they are found' },
  'candidate.do-not-contact-reason': { status: 422, title: 'Do-not-contact and its reason go together' },
  'candidate.custom-field': { status: 422, title: 'A custom value does not fit its field' },
  'affiliation.days': { status: 422, title: 'An affiliation ends after it begins' },
  'covenant.organizations': { status: 422, title: 'The covenant and the organizations that it names do not fit' },
  'publication.title': { status: 422, title: 'A publication is named by its id or by its title' },
  'package.months': { status: 422, title: 'The months of the package do not fit' },
  'package.counted-twice': { status: 409, title: 'The same money is counted as months and as bonus' },
  'package.grant': { status: 422, title: 'The grant does not fit its kind' },
  'exchange-rate.missing': { status: 422, title: 'No exchange rate is recent enough' },
  'exchange-rate.there': { status: 409, title: 'There is a rate of these currencies on that day' },
  'exchange-rate.pair': { status: 422, title: 'This is no exchange rate' },
  'exchange-rate.file': { status: 422, title: 'The file of rates cannot be read as it is' },
  'comparison.start': { status: 422, title: 'A start lies before the end of the employment' },
  'comparison.column': { status: 422, title: 'This is no column of the comparison' },
  'comparison.empty': { status: 409, title: 'There is nothing to compare' },
  'offer.open': { status: 409, title: 'This candidacy has an open offer' },
  'offer.state': { status: 409, title: 'The offer is not in a state that allows this' },
  'offer.fixed': { status: 409, title: 'The offer is out and stays as it is; revise it' },
  'offer.over': { status: 409, title: 'The offer has expired' },
  'offer.started': { status: 409, title: 'The person has started' },
  'offer.not-told': { status: 409, title: 'A summary is of an offer that was told and stands' },
  'offer.occurred': { status: 422, title: 'This cannot have happened then' },
  'offer.days': { status: 422, title: 'These days do not follow each other' },
  'offer-step.voided': { status: 409, title: 'This step was taken back already' },
  'offer-step.first': { status: 409, title: 'The first step stays; withdraw the offer or let the bid lapse' },
  'offer-step.not-latest': { status: 409, title: 'Only the latest step can be taken back' },
  'offer-step.revised': { status: 409, title: 'A later version stands in its place' },
  'offer-step.follows': { status: 409, title: 'What made this step is taken back, and this with it' },
  'fee.state': { status: 409, title: 'The instalment is not in a state that allows this' },
  'fee.unknown': { status: 409, title: 'The fee is not known yet' },
  'fee.payment': { status: 422, title: 'The instalment was not paid so' },
  'rival-offer.state': { status: 409, title: 'The bid is not in a state that allows this' },
  'rival-offer.answer': { status: 422, title: 'The answer is an offer of this candidacy' },
  'package.one-off': { status: 422, title: 'The claw-back of a payment does not fit' },

  'chart.cycle': { status: 409, title: 'Nobody stands below themselves' },
  'chart.not-there': { status: 422, title: 'Not everyone named here stands in this chart' },
  'chart.held': { status: 409, title: 'This person holds another position' },

  'contact.archived': { status: 409, title: 'The contact is archived' },
  'contact.state': { status: 409, title: 'The contact is in that state already' },

  'file.type': { status: 422, title: 'The file is none of the kinds that are taken' },
  'file.damaged': { status: 422, title: 'The file is damaged' },
  'file.active': { status: 422, title: 'The file carries programs or loads foreign ones' },
  'file.limits': { status: 422, title: 'Reading the file takes more than is allowed' },
  'file.gone': { status: 404, title: 'The file is no longer there' },
  'document.duplicate': { status: 409, title: 'This person has the same file already' },
  'document.removed': { status: 409, title: 'The document is removed' },
  'document.state': { status: 409, title: 'The document is in that state already' },

  'import.state': { status: 409, title: 'The import cannot do this in its state' },
  'import.mapping': { status: 422, title: 'The mapping does not fit the file' },

  'bulk-change.state': { status: 409, title: 'The change cannot do this in its state' },
  'bulk-change.not-undoable': { status: 409, title: 'This cannot be taken back for all at once' },
  'export.state': { status: 409, title: 'The export cannot do this in its state' },
  'export.format': { status: 422, title: 'The report does not come in this format' },
  'export.notice-overdue': { status: 409, title: 'The notice to this person is overdue' },
  'export.no-file': { status: 409, title: 'The export has no file' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof catalogue;

/** Where in the request the fault lies (`/stages/0/name`, `?limit`), and what holds there. */
export type Fault = { pointer: string; message: string };

/** Why a request is not carried out. Rules return it, services throw it, one filter writes it as problem+json. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
    readonly facts: { errors?: readonly Fault[]; [fact: string]: unknown } = {},
  ) {
    super(detail ?? catalogue[code].title);
    this.name = 'Refusal';
  }

  get status(): number {
    return catalogue[this.code].status;
  }

  get title(): string {
    return catalogue[this.code].title;
  }
}

/** Throws the refusal that a rule answered; does nothing where it answered none. */
export function refuseIf(refusal: Refusal | undefined): void {
  if (refusal) throw refusal;
}

/** Statuses of the given codes, for the API description. */
export function statusOf(code: RefusalCode): number {
  return catalogue[code].status;
}

/** The same refusal of values that a request holds at `place`; one that names no value is of the one at `whole` in them. */
export function refusalAt({ code, detail, title, facts }: Refusal, place: string, whole: string): Refusal {
  const errors = facts.errors ?? [{ pointer: whole, message: title }];
  return new Refusal(code, detail, {
    ...facts,
    errors: errors.map(({ pointer, message }) => ({ pointer: `${place}${pointer}`, message })),
  });
}

/** Something that a request names, at this place of it, is not there. */
export function unknownReference(pointer: string): Refusal {
  return new Refusal('reference.unknown', undefined, { errors: [{ pointer, message: 'does not exist' }] });
}
