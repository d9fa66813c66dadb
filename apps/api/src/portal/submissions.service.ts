import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { must, mustTakeBack, type Actor } from '@domain/access/policy.js';
import { whyNotAt } from '@domain/candidacies/candidacy.rules.js';
import { reportFileName, textOfReport } from '@domain/portal/report.rules.js';
import { mayRead, whyNotKnown, whyNotOpen, whyNotSubmit, whyNotUnanswer } from '@domain/portal/submission.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { AfterAnswer } from '@platform/access/after-answer.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import { StageSteps } from '../candidacies/stage-steps.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { OffLimitsService } from '../off-limits/off-limits.service.js';
import { type Plan, PlanSubmission } from './plan-submission.js';
import { renderReport } from './render-report.js';
import type { AnswerSubmission, MakeSubmission, PreviewReport, WithdrawSubmission } from './submission.dto.js';
import { Consent, Submission } from './submission.entity.js';
import type { KeptSubmissionPart, ReportPreview, SubmissionView, VoidedSubmission } from './submission.view.js';
import { SubmissionsQueries } from './submissions.queries.js';

/** Where the reports of an agency lie, each under the id of its submission. */
export const reportsOf = (agencyId: string): string => `${agencyId}/submissions`;

@Injectable()
export class SubmissionsService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: Files,
    private readonly afterAnswer: AfterAnswer,
    private readonly steps: StageSteps,
    private readonly offLimits: OffLimitsService,
    private readonly plans: PlanSubmission,
    private readonly queries: SubmissionsQueries,
  ) {}

  /** Presents a person: row, report, consent and the step to the first presented stage, all or nothing. */
  async make(actor: Actor, candidacyId: string, values: MakeSubmission): Promise<SubmissionView> {
    const candidacy = await this.db.lock(Candidacy, candidacyId);
    must(actor, 'submission.make', candidacy);
    const { memberId } = actor;
    if (memberId === null) throw new Refusal('access.denied');
    refuseIf(await this.whyNotTo(values.contactId, candidacy));
    const plan = await this.plans.of(actor, candidacy, values);
    refuseIf(whyNotAt(plan.occurredAt, plan.lastAt, this.clock.now()));
    refuseIf(await this.whyNotFree(actor, candidacy));
    refuseIf(whyNotSubmit(plan.ground)[0]);
    const id = await this.queries.nextId();
    const { bytes, sha256 } = await this.keep(actor, id, plan);
    try {
      const submission = await this.write(candidacy, memberId, id, values, plan, { bytes, sha256 });
      const consent = values.consent && (await this.consent(submission, values.consent));
      const by = { occurredAt: plan.occurredAt, submissionId: id };
      await this.steps.advance(candidacyId, ['longlist', 'contacted', 'qualified'], 'presented', by);
      const { contactId, level, channel, locale, protectedUntil } = submission;
      const data = { candidacyId, contactId, level, channel, locale, ...(protectedUntil && { protectedUntil }) };
      await this.events.record('submission.made', {
        about: submission,
        data: { ...data, ...(consent && { consentId: consent.id }) },
      });
      return await this.queries.view(actor, id);
    } catch (error) {
      await this.files.discard(`${reportsOf(actor.agencyId)}/${id}`);
      throw error;
    }
  }

  /** The report as it would go out, and everything that stands against it; nothing is written. */
  async preview(actor: Actor, candidacyId: string, { withPdf, ...values }: PreviewReport): Promise<ReportPreview> {
    const candidacy = await this.db.get(Candidacy, candidacyId);
    must(actor, 'submission.make', candidacy);
    const plan = await this.plans.of(actor, candidacy, values);
    const at = whyNotAt(plan.occurredAt, plan.lastAt, this.clock.now());
    const to = values.contactId === undefined ? undefined : await this.whyNotTo(values.contactId, candidacy);
    if (to?.code === 'reference.unknown') throw to;
    const blocked = await this.whyNotFree(actor, candidacy);
    const whys = [blocked, to, at, ...whyNotSubmit(plan.ground)].filter((why) => why !== undefined);
    return {
      code: plan.code,
      fileName: reportFileName(plan.code),
      text: textOfReport(plan.report),
      gates: whys.map(({ code, message, facts }) => {
        const [fault] = facts.errors ?? [];
        return { code, pointer: fault?.pointer ?? '', message: fault?.message ?? message };
      }),
      needsConsent: plan.needsConsent,
      payHidden: plan.payHidden,
      protectedUntil: plan.protectedUntil,
      pdf: withPdf ? (await renderReport(plan.report)).toString('base64') : null,
    };
  }

  /** The block that keeps the agency from presenting this person, with what lifts it. */
  private async whyNotFree(actor: Actor, { candidateId, searchId }: Candidacy): Promise<Refusal | undefined> {
    const whys = await this.offLimits.whyNotFree(actor, [candidateId], { searchId, action: 'submission' });
    return whys.get(candidateId);
  }

  /** The report and its row; that it was taken is recorded after the answer. */
  async report(actor: Actor, id: string, reply: FastifyReply): Promise<{ submission: Submission; bytes: Readable }> {
    const submission = await this.units.run(actor, () => this.readable(actor, id), { readOnly: true });
    const bytes = await this.files.read(`${reportsOf(actor.agencyId)}/${submission.id}`);
    const { candidacyId, level } = submission;
    this.afterAnswer.run(reply, actor, () =>
      this.events.record('submission.report-taken', { about: submission, data: { candidacyId, level } }),
    );
    return { submission, bytes };
  }

  /** The client knew the person before, and says so within the agreed days. */
  async answer(actor: Actor, id: string, values: AnswerSubmission): Promise<SubmissionView> {
    const submission = await this.open(actor, id);
    const today = this.clock.today(actor.timeZone);
    const { source, knownSince = null, answeredOn = today } = values;
    const { answerDays } = await this.queries.agency();
    const occurredOn = this.clock.dayOf(new Date(submission.occurredAt), actor.timeZone);
    refuseIf(whyNotKnown(submission, occurredOn, answeredOn, knownSince, { answerDays, today }));
    await this.db.change(submission, { knownSource: source, knownSince, answeredOn, answeredBy: actor.memberId });
    const { candidacyId } = submission;
    await this.events.record('submission.answered', {
      about: submission,
      data: { candidacyId, answeredOn, ...(knownSince !== null && { knownSince }) },
    });
    return this.queries.view(actor, id);
  }

  async unanswer(actor: Actor, id: string): Promise<SubmissionView> {
    const submission = await this.open(actor, id);
    refuseIf(whyNotUnanswer(submission));
    await this.db.change(submission, { knownSource: null, knownSince: null, answeredOn: null, answeredBy: null });
    await this.events.record('submission.unanswered', {
      about: submission,
      data: { candidacyId: submission.candidacyId },
    });
    return this.queries.view(actor, id);
  }

  async withdraw(actor: Actor, id: string, { reason }: WithdrawSubmission): Promise<SubmissionView> {
    const submission = await this.open(actor, id);
    refuseIf(whyNotOpen(submission));
    const withdrawnAt = this.clock.now().toISOString();
    await this.db.change(submission, { withdrawnAt, withdrawnBy: actor.memberId, withdrawalReason: reason ?? null });
    await this.events.record('submission.withdrawn', {
      about: submission,
      data: { candidacyId: submission.candidacyId },
    });
    return this.queries.view(actor, id);
  }

  /** Takes a submission back in one write: it counts for nothing, its consent neither, and its step is undone unless somebody went on. */
  async voidSubmission(actor: Actor, id: string): Promise<VoidedSubmission> {
    const submission = await this.db.lock(Submission, id);
    mustTakeBack(actor, 'submission.make', submission, 'submission.void');
    if (submission.voidedAt !== null) throw new Refusal('submission.voided');
    await this.db.change(submission, { voidedAt: this.clock.now().toISOString(), voidedBy: actor.memberId });
    const why = await this.steps.undoAdvance(actor.memberId, { submissionId: id });
    const kept: KeptSubmissionPart[] = why ? [{ part: 'step', code: why.code }] : [];
    await this.events.record('submission.voided', {
      about: submission,
      data: {
        candidacyId: submission.candidacyId,
        ...(kept.length > 0 && { kept: kept.map(({ part }) => part) }),
      },
    });
    return { ...(await this.queries.view(actor, id)), kept };
  }

  private async open(actor: Actor, id: string): Promise<Submission> {
    const submission = await this.db.lock(Submission, id);
    must(actor, 'submission.make', submission);
    return submission;
  }

  private async readable(actor: Actor, id: string): Promise<Submission> {
    const submission = await this.db.get(Submission, id);
    must(actor, 'submission.read', submission);
    if (!mayRead(actor, submission)) throw new Refusal('submission.pay', undefined, { permission: 'package.read' });
    return submission;
  }

  /** Why the report does not go to this contact. */
  private async whyNotTo(contactId: string, { searchId }: Candidacy): Promise<Refusal | undefined> {
    const contact = await this.queries.contact(contactId, searchId);
    const pointer = '/contactId';
    if (!contact) {
      return new Refusal('reference.unknown', undefined, { errors: [{ pointer, message: 'does not exist' }] });
    }
    if (contact.archivedAt !== null) return new Refusal('contact.archived');
    if (contact.ofClient) return undefined;
    const message = 'must work at the client of the search, or be named on the search as its contact';
    return new Refusal('submission.contact', undefined, { errors: [{ pointer, message }] });
  }

  private async keep(actor: Actor, id: string, { report }: Plan): Promise<{ bytes: number; sha256: Buffer }> {
    const pdf = await renderReport(report);
    const sha256 = await this.files.write(`${reportsOf(actor.agencyId)}/${id}`, pdf);
    return { bytes: pdf.length, sha256 };
  }

  private write(
    { id: candidacyId, candidateId, searchId }: Candidacy,
    memberId: string,
    id: string,
    { contactId, level, locale, channel, permission, payVolunteered, recommendation }: MakeSubmission,
    plan: Plan,
    file: { bytes: number; sha256: Buffer },
  ): Promise<Submission> {
    return this.db.insert(Submission, {
      id,
      candidacyId,
      candidateId,
      searchId,
      organizationId: plan.organizationId,
      contactId,
      memberId,
      level,
      locale,
      channel,
      code: plan.code,
      recommendation: recommendation ?? null,
      ...(permission && {
        permissionOn: permission.givenOn,
        permissionHow: permission.how,
        permissionEvidence: permission.evidence,
      }),
      payVolunteeredOn: payVolunteered?.givenOn ?? null,
      payVolunteeredEvidence: payVolunteered?.evidence ?? null,
      showsPay: plan.report.showsPay,
      fileBytes: file.bytes,
      fileSha256: file.sha256,
      protectedUntil: plan.protectedUntil,
      occurredAt: plan.occurredAt,
    });
  }

  private consent(
    { id, candidateId, organizationId, level, memberId }: Submission,
    { givenOn, evidence }: { givenOn: string; evidence: string },
  ): Promise<Consent> {
    const named = { candidateId, organizationId, submissionId: id, level };
    return this.db.insert(Consent, { ...named, givenOn, evidence, memberId });
  }
}
