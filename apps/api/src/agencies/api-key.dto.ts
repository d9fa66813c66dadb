import { allPermissions, type Permission } from '@domain/access/permissions.js';
import { AnyOf, Moment, Text } from '@platform/http/fields.js';

export class CreateApiKey {
  @Text(200, { example: 'Nightly report' }) name: string;
  /** What the key may do: never more than its maker. */
  @AnyOf(allPermissions, { example: ['candidate.read'] }) permissions: Permission[];
  /** null: until it is revoked. */
  @Moment({ optional: true, nullable: true, example: null }) expiresAt?: string | null;
}
