export class CoAuthor {
  id: string;
  displayName: string;
  nativeName: string | null;
  currentOrganizationId: string | null;
  currentOrganizationName: string | null;
  /** How many publications both wrote. */
  shared: number;
  /** The year of the latest of them. */
  lastYear: number | null;
}

export class CoAuthors {
  /** Those with the most in common first, at most 200. */
  items: CoAuthor[];
  total: number;
}

export class PublicationRow {
  id: string;
  title: string;
  venue: string | null;
  year: number | null;
  url: string | null;
  status: string | null;
  keywords: string[];
  authorCount: number | null;
  /** The person's place among the authors, from 1. */
  position: number;
  /** Other authors whom the agency knows. */
  coAuthorCount: number;
}
