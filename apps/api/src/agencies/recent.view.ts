import type { RecentSubject } from '@domain/agencies/agency.js';

export class RecentRow {
  subjectType: RecentSubject;
  id: string;
  name: string;
  /** Where a person works, what an organization is part of, whose a search is. */
  hint: string | null;
  seenAt: string;
}

export class RecentList {
  items: RecentRow[];
}
