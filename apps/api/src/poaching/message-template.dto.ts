import { PartialType } from '@nestjs/swagger';
import { locales, type Locale } from '@domain/agencies/agency.js';
import { type MessagePurpose, messagePurposes } from '@domain/poaching/message-template.js';
import { OneOf, Text } from '@platform/http/fields.js';

export class CreateMessageTemplate {
  @OneOf(locales) locale: Locale;
  @OneOf(messagePurposes) purpose: MessagePurpose;
  @Text(80, { example: 'First message' }) name: string;
  /** What a mail begins with; fields as in the text. */
  @Text(200, { optional: true, nullable: true, example: 'A role for {{givenName}}' }) subject?: string | null;
  /** `{{candidate}}` and the like are filled when the text is used. */
  @Text(5000, { example: 'Hello {{givenName}}, may we talk about {{search}}?' }) body: string;
}

export class PatchMessageTemplate extends PartialType(CreateMessageTemplate, { skipNullProperties: false }) {}
