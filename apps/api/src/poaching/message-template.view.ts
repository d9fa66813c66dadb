import type { Locale } from '@domain/agencies/agency.js';
import type { MessagePurpose } from '@domain/poaching/message-template.js';

export class MessageTemplateRow {
  id: string;
  locale: Locale;
  purpose: MessagePurpose;
  name: string;
  subject: string | null;
  body: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class MessageTemplateView extends MessageTemplateRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
