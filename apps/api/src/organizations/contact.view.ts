import type { ContactKind } from '@domain/organizations/contact.js';

export class ContactRow {
  id: string;
  organizationId: string;
  organizationName: string;
  name: string;
  nativeName: string | null;
  title: string | null;
  kind: ContactKind;
  /** The candidate who is the same person. */
  candidateId: string | null;
  email: string | null;
  phone: string | null;
  wechat: string | null;
  /** When a colleague last logged a call, message or meeting. */
  lastContactAt: string | null;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class ContactView extends ContactRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
