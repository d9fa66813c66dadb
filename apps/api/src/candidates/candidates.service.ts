import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { customAfter, type PrivacyFacts, whyNotCustom, whyNotPrivacy } from '@domain/candidates/candidate.rules.js';
import { noticeDueOn } from '@domain/candidates/notice.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { AffiliationsService } from './affiliations.service.js';
import type { CreateCandidate, PatchCandidate } from './candidate.dto.js';
import { Candidate } from './candidate.entity.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidateLists } from './candidate-lists.js';
import { CandidateSearch, searchNames } from './candidate.search.js';
import type { CandidateView, CreatedCandidate } from './candidate.view.js';
import { CandidatesQueries } from './candidates.queries.js';
import { ChannelsService } from './channels.service.js';

const nameFields = ['displayName', 'givenName', 'familyName', 'nativeName', 'romanizedName', 'aliases'] as const;
const listFields = ['aliases', 'areas', 'skills', 'languages', 'motives', 'tagIds'] as const;

@Injectable()
export class CandidatesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
    private readonly search: CandidateSearch,
    private readonly lists: CandidateLists,
    private readonly channels: ChannelsService,
    private readonly affiliations: AffiliationsService,
  ) {}

  async create(actor: Actor, values: CreateCandidate): Promise<CreatedCandidate> {
    must(actor, 'candidate.edit');
    const { identifiers = [], channels = [], affiliation, custom, ...rest } = values;
    const own = without(rest, listFields);
    const today = this.clock.today(actor.timeZone);
    const privacy: PrivacyFacts = {
      law: own.law ?? 'none',
      legalBasis: own.legalBasis ?? 'legitimate_interest',
      sourcedOn: own.sourcedOn ?? today,
      noticedOn: own.noticedOn ?? null,
      doNotContact: own.doNotContact ?? false,
      doNotContactReason: own.doNotContactReason ?? null,
    };
    refuseIf(whyNotPrivacy(privacy, today));
    await this.refuseReferences(values);
    const candidate = await this.db.insert(Candidate, {
      ...own,
      ...privacy,
      doNotContactSince: privacy.doNotContact ? today : null,
      noticeDueOn: noticeDueOn(privacy),
      custom: await this.customOf({}, custom),
      searchNames: searchNames(values),
    });
    const { id } = candidate;
    await Promise.all([
      this.lists.replace(id, values),
      this.channels.insertIdentifiers(id, identifiers),
      this.channels.insertChannels(id, channels),
      affiliation ? this.affiliations.insert(actor, id, affiliation) : undefined,
    ]);
    const [possibleDuplicates, view] = await Promise.all([
      channels.length > 0 ? this.queries.possibleDuplicates(id, values) : [],
      this.queries.view(actor, id),
      this.search.refresh([id]),
      this.events.record('candidate.created', { about: candidate, data: { source: candidate.source } }),
    ]);
    return { ...view, possibleDuplicates };
  }

  async patch(actor: Actor, id: string, values: PatchCandidate): Promise<CandidateView> {
    const candidate = await this.gate.open(actor, id);
    const { custom, ...rest } = values;
    const own = without(rest, listFields);
    const today = this.clock.today(actor.timeZone);
    const after = { ...candidate, ...own };
    if (own.doNotContact === false && own.doNotContactReason === undefined) after.doNotContactReason = null;
    refuseIf(whyNotPrivacy(after, today));
    await this.refuseReferences(values);
    const { doNotContact, doNotContactReason } = after;
    const named = nameFields.some((field) => values[field] !== undefined);
    const aliases = values.aliases ?? (named ? await this.lists.aliases(id) : []);
    await this.db.change(candidate, {
      ...own,
      doNotContactReason,
      doNotContactSince: doNotContact ? (candidate.doNotContactSince ?? today) : null,
      noticeDueOn: noticeDueOn(after),
      ...(custom !== undefined && { custom: await this.customOf(candidate.custom, custom) }),
      ...(named && { searchNames: searchNames({ ...after, aliases }) }),
    });
    await this.lists.replace(id, values);
    await Promise.all([
      this.search.refresh([id]),
      this.events.record('candidate.changed', { about: candidate, data: { fields: Object.keys(values) } }),
    ]);
    return this.queries.view(actor, id);
  }

  async archive(actor: Actor, id: string, archived: boolean): Promise<CandidateView> {
    const candidate = await this.db.get(Candidate, id);
    must(actor, 'candidate.edit', candidate);
    if ((candidate.archivedAt !== null) === archived) throw new Refusal('candidate.state');
    await this.db.change(candidate, { archivedAt: archived ? this.clock.now().toISOString() : null });
    await this.events.record(archived ? 'candidate.archived' : 'candidate.restored', { about: candidate });
    return this.queries.view(actor, id);
  }

  private async refuseReferences({ roleFamilyId, tagIds }: PatchCandidate): Promise<void> {
    const families = roleFamilyId ? await this.queries.missingSettings('role_family', [roleFamilyId]) : [];
    const tags = tagIds ? await this.queries.missingSettings('tag', tagIds) : [];
    const errors = [
      ...(families.length > 0 ? [{ pointer: '/roleFamilyId', message: 'is no role family' }] : []),
      ...(tags.length > 0 ? [{ pointer: '/tagIds', message: 'names what is no tag' }] : []),
    ];
    if (errors.length > 0) throw new Refusal('reference.unknown', undefined, { errors });
  }

  private async customOf(
    before: Readonly<Record<string, unknown>>,
    change: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Record<string, unknown>> {
    if (change === undefined || Object.keys(change).length === 0) return { ...before };
    refuseIf(whyNotCustom(change, await this.queries.customFields()));
    return customAfter(before, change);
  }
}

function without<T extends object, K extends keyof T>(values: T, names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !(names as readonly PropertyKey[]).includes(name)),
  ) as Omit<T, K>;
}
