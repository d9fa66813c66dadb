import { OmitType, PartialType } from '@nestjs/swagger';
import { targetStates, type TargetState } from '@domain/searches/search.js';
import { Id, OneOf, Text } from '@platform/http/fields.js';

export class AddTarget {
  @Id('organization') organizationId: string;
  @OneOf(targetStates, { optional: true }) state?: TargetState;
  /** The colleague who maps it. */
  @Id('member', { optional: true, nullable: true, example: null }) ownerId?: string | null;
  @Text(2000, { optional: true, nullable: true }) note?: string | null;
}

export class PatchTarget extends PartialType(OmitType(AddTarget, ['organizationId']), { skipNullProperties: false }) {}
