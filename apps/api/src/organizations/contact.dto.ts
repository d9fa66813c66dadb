import { PartialType } from '@nestjs/swagger';
import { contactKinds } from '@domain/organizations/contact.js';
import type { ContactKind } from '@domain/organizations/contact.js';
import { Email, Id, OneOf, Text } from '@platform/http/fields.js';

export class CreateContact {
  @Text(200, { example: 'Wei Sun' }) name: string;
  @Text(100, { optional: true, nullable: true, example: '孙伟' }) nativeName?: string | null;
  @Text(200, { optional: true, nullable: true, example: 'Head of Talent' }) title?: string | null;
  @OneOf(contactKinds) kind: ContactKind;
  /** The candidate who is the same person. */
  @Id('candidate', { optional: true, nullable: true, example: null }) candidateId?: string | null;
  @Email({ optional: true, nullable: true }) email?: string | null;
  @Text(50, { optional: true, nullable: true, example: '+49 30 1234567' }) phone?: string | null;
  @Text(100, { optional: true, nullable: true, example: 'weisun' }) wechat?: string | null;
}

export class PatchContact extends PartialType(CreateContact, { skipNullProperties: false }) {
  /** Where the person works now: contacts move too. */
  @Id('organization', { optional: true }) organizationId?: string;
}
