import { PartialType } from '@nestjs/swagger';
import { covenantKinds, covenantReaches, covenantStarts, covenantStatuses } from '@domain/candidates/candidate.js';
import type { CovenantKind, CovenantReach, CovenantStart, CovenantStatus } from '@domain/candidates/candidate.js';
import { Amount, Currency, Decimal, Flag, Ids, OneOf, Text } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class AddCovenant {
  @OneOf(covenantKinds) kind: CovenantKind;
  @Decimal(0, 120, 2, { example: 6 }) months: number;
  @OneOf(covenantStarts) startsFrom: CovenantStart;
  @OneOf(covenantReaches, { optional: true }) binds?: CovenantReach;
  /** Whom it binds against, where it names them. */
  @Ids('organization', 200, { optional: true, example: [] }) organizationIds?: string[];
  @OneOf(covenantStatuses, { optional: true }) status?: CovenantStatus;
  /** What the former employer pays a month while it binds; with its currency. */
  @Amount({ ...maybe, example: '20000.00' }) monthlyCompensation?: string | null;
  @Currency(maybe) currency?: string | null;
  /** Whether other income is set off against the compensation. */
  @Flag({ optional: true, example: false }) setOff?: boolean;
  @Text(2000, { ...maybe, example: 'As the contract of 2023 says' }) note?: string | null;
}

export class PatchCovenant extends PartialType(AddCovenant, { skipNullProperties: false }) {}
