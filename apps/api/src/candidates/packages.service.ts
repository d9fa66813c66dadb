import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { annualCash, minorUnits } from '@domain/compensation/annual-cash.js';
import { type CashTerms, packageKinds } from '@domain/compensation/package.js';
import { whyNotCash, whyNotGrant, whyNotOneOff } from '@domain/compensation/package.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { CandidateGate } from './candidate-gate.js';
import { CandidatesQueries } from './candidates.queries.js';
import type { PackageValues, PayValues, PutPackages } from './package.dto.js';
import { Package, PackageGrant, PackageOneOff } from './package.entity.js';
import type { PackagesView } from './package.view.js';

/** Whose package it is. */
type PackageOwner = Pick<Package, 'candidateId' | 'kind'> & Partial<Pick<Package, 'offerId' | 'rivalOfferId'>>;

/** Current and expected pay of a candidate. */
@Injectable()
export class PackagesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: CandidatesQueries,
    private readonly gate: CandidateGate,
  ) {}

  async put(actor: Actor, candidateId: string, values: PutPackages): Promise<PackagesView> {
    const candidate = await this.gate.open(actor, candidateId, 'package.edit');
    const kinds = packageKinds.filter((kind) => values[kind] !== undefined);
    for (const kind of kinds) {
      await this.db.remove(Package, { candidateId, kind });
      const given = values[kind];
      if (given) await this.add({ candidateId, kind }, given, this.clock.today(actor.timeZone), `/${kind}`);
    }
    if (kinds.length > 0) await this.events.record('candidate.package-changed', { about: candidate, data: { kinds } });
    return this.queries.packages(actor, candidateId);
  }

  async remove(actor: Actor, candidateId: string): Promise<PackagesView> {
    const candidate = await this.gate.open(actor, candidateId, 'package.edit');
    const kinds = [];
    for (const kind of packageKinds) if (await this.db.remove(Package, { candidateId, kind })) kinds.push(kind);
    if (kinds.length === 0) throw new Refusal('resource.not-found');
    await this.events.record('candidate.package-removed', { about: candidate, data: { kinds } });
    return this.queries.packages(actor, candidateId);
  }

  /** Keeps a package of a candidate, an offer or a bid against it; refuses what cannot be by the field below `pointer`. */
  async add(
    owner: PackageOwner,
    values: PayValues & Partial<PackageValues>,
    today: string,
    pointer: string,
  ): Promise<void> {
    const { oneOffs = [], grants = [], bonusIsApart = false, ...own } = values;
    const terms: CashTerms = {
      ...own,
      months: own.months ?? null,
      extraMonths: own.extraMonths ?? null,
      bonusAmount: own.bonusAmount ?? '0',
    };
    refuseIf(whyNotCash(terms, bonusIsApart, pointer));
    for (const [index, one] of oneOffs.entries()) refuseIf(whyNotOneOff(one, `${pointer}/oneOffs/${index}`));
    for (const [index, grant] of grants.entries()) refuseIf(whyNotGrant(grant, `${pointer}/grants/${index}`));
    for (const day of ['statedOn', 'bonusYearFrom'] as const) {
      if ((own[day] ?? '') <= today) continue;
      const errors = [{ pointer: `${pointer}/${day}`, message: 'lies in the future' }];
      throw new Refusal('candidate.future-day', undefined, { errors });
    }
    const { id } = await this.db.insert(Package, {
      ...own,
      ...owner,
      source: own.source ?? 'document',
      statedOn: own.statedOn ?? today,
      annualCashMinor: minorUnits(annualCash(terms), own.currency),
    });
    await this.db.insertAll(
      PackageOneOff,
      oneOffs.map((one) => ({ packageId: id, ...one })),
    );
    await this.db.insertAll(
      PackageGrant,
      grants.map((grant) => ({ packageId: id, ...grant })),
    );
  }

  /** Keeps other pay in the place of that of an offer or of a bid against it. */
  async replace(owner: PackageOwner, values: PayValues, today: string, pointer: string): Promise<void> {
    await this.db.remove(Package, owner);
    await this.add(owner, values, today, pointer);
  }
}
