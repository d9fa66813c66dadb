import type { ViewSubject } from '@domain/agencies/agency.js';

export class SavedViewRow {
  id: string;
  subject: ViewSubject;
  name: string;
  query: string;
  shared: boolean;
  memberId: string;
  memberName: string;
  /** Whether the one who asks pinned it. */
  pinned: boolean;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class SavedViewView extends SavedViewRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
