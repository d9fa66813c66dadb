import { PartialType } from '@nestjs/swagger';
import { aliasKinds, organizationKinds, successionKinds } from '@domain/organizations/organization.js';
import type { AliasKind, OrganizationKind, SuccessionKind } from '@domain/organizations/organization.js';
import { Amount, Currency, Day, Id, Link, OneOf, Text } from '@platform/http/fields.js';

export class CreateOrganization {
  @OneOf(organizationKinds) kind: OrganizationKind;
  @Text(300, { example: 'Northstar AI' }) name: string;
  @Text(300, { optional: true, nullable: true, example: '北辰智能' }) nativeName?: string | null;
  /** The company, university or lab that this one stands below. */
  @Id('organization', { optional: true, nullable: true, example: null }) parentId?: string | null;
  @Link({ optional: true, nullable: true }) website?: string | null;
  @Text(100, { optional: true, nullable: true, example: 'China' }) country?: string | null;
  @Text(100, { optional: true, nullable: true, example: 'Hangzhou' }) city?: string | null;
  @Text(10_000, { optional: true, nullable: true }) description?: string | null;
  /** The colleague who keeps the relation. */
  @Id('member', { optional: true, nullable: true, example: null }) ownerId?: string | null;
}

export class PatchOrganization extends PartialType(CreateOrganization, { skipNullProperties: false }) {}

export class AddAlias {
  @OneOf(aliasKinds) kind: AliasKind;
  @Text(300, { example: 'Northstar Labs' }) value: string;
}

export class AddSuccessor {
  @Id('organization') successorId: string;
  @OneOf(successionKinds) kind: SuccessionKind;
  @Day() happenedOn: string;
}

export class AddFundingRound {
  @Text(80, { example: 'Series B' }) name: string;
  @Day() announcedOn: string;
  @Amount({ optional: true, nullable: true }) amount?: string | null;
  @Amount({ optional: true, nullable: true }) postMoneyAmount?: string | null;
  @Currency({ optional: true, nullable: true }) currency?: string | null;
  @Text(2000, { optional: true, nullable: true }) investors?: string | null;
  @Text(500, { optional: true, nullable: true }) source?: string | null;
}
