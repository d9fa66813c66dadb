import { PartialType } from '@nestjs/swagger';
import { password } from '@domain/agencies/agency.js';
import { roles, type Role } from '@domain/access/roles.js';
import { Email, Id, OneOf, Password, Text } from '@platform/http/fields.js';

class UserValues {
  @Text(200, { example: 'Wei Lin' }) name: string;
  @OneOf(roles, { example: 'researcher' }) role: Role;
  /** The client of someone who uses the portal alone; null for the agency's own people. */
  @Id('organization', { optional: true, nullable: true, example: null }) clientId?: string | null;
}

export class InviteUser extends UserValues {
  @Email() email: string;
}

export class PatchUser extends PartialType(UserValues, { skipNullProperties: false }) {}

export class AcceptInvitation {
  @Text(200, { example: 'kJ2v8w0pQ4t6y1z3x5c7b9n0' }) token: string;
  @Text(200, { example: 'Wei Lin' }) name: string;
  @Password(password.min, password.max) password: string;
}
