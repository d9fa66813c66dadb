import { Injectable } from '@nestjs/common';
import { type Actor, may } from '@domain/access/policy.js';
import { momentOf } from '@domain/candidacies/candidacy.rules.js';
import { payMayBeShown } from '@domain/portal/pay-place.rules.js';
import type { Report } from '@domain/portal/report.js';
import { reportCode, reportOf } from '@domain/portal/report.rules.js';
import { isPersonal, protectedUntil } from '@domain/portal/submission.rules.js';
import type { SubmissionGround } from '@domain/portal/submission.js';
import { Clock } from '@platform/clock/clock.js';
import { CandidaciesQueries } from '../candidacies/candidacies.queries.js';
import type { Candidacy } from '../candidacies/candidacy.entity.js';
import { ReportsQueries } from './reports.queries.js';
import type { MakeSubmission } from './submission.dto.js';
import { SubmissionsQueries } from './submissions.queries.js';

/** A submission before it is written: what the gates look at, and the report as it would go out. */
export type Plan = {
  readonly ground: SubmissionGround;
  readonly report: Report;
  readonly code: string;
  readonly organizationId: string;
  readonly occurredAt: string;
  readonly lastAt: string | null;
  readonly protectedUntil: string | null;
  readonly needsConsent: boolean;
  readonly payHidden: boolean;
};

type Wanted = Pick<MakeSubmission, 'level' | 'locale'> & Partial<MakeSubmission>;

/** Gathers what a submission stands on; writes nothing. */
@Injectable()
export class PlanSubmission {
  constructor(
    private readonly clock: Clock,
    private readonly candidacies: CandidaciesQueries,
    private readonly reports: ReportsQueries,
    private readonly queries: SubmissionsQueries,
  ) {}

  async of(actor: Actor, candidacy: Candidacy, values: Wanted): Promise<Plan> {
    const { level, locale } = values;
    const [around, person, template, places, lastAt] = await Promise.all([
      this.queries.around(candidacy, level),
      this.reports.person(candidacy.candidateId),
      this.reports.template(locale, values.templateId ?? null),
      this.reports.payPlaces(),
      this.candidacies.lastStepAt(candidacy.id),
    ]);
    const { organizationId, searchTitle, months, paySource, ...rest } = around;
    const occurredAt = momentOf(values.occurredAt, lastAt, this.clock.now());
    const occurredOn = this.clock.dayOf(new Date(occurredAt), actor.timeZone);
    const today = this.clock.today(actor.timeZone);
    const recommendation = values.recommendation ?? null;
    const code = reportCode(candidacy.id);
    const seesPay = may(actor, 'package.read');
    const volunteeredForClient = around.payVolunteered || values.payVolunteered !== undefined;
    const current = paySource !== null && payMayBeShown(around, places, { source: paySource, volunteeredForClient });
    const shown = {
      ...person,
      currentPay: seesPay && current ? person.currentPay : null,
      expectedPay: seesPay ? person.expectedPay : null,
    };
    const { law } = around.person;
    return {
      ground: {
        ...rest,
        candidacy,
        level,
        occurredOn,
        today,
        permission: values.permission,
        consent: values.consent,
        payVolunteered: values.payVolunteered,
        recommendation,
      },
      report: reportOf(shown, { level, template, code, searchTitle, recommendation, today }),
      code,
      organizationId,
      occurredAt,
      lastAt,
      protectedUntil: protectedUntil(occurredOn, months),
      needsConsent: (law === 'pipl' || law === 'both') && isPersonal(level) && !around.consented,
      payHidden: seesPay && person.currentPay !== null && !current,
    };
  }
}
