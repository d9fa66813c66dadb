import type { Locale } from '@domain/agencies/agency.js';
import type { Permission } from '@domain/access/permissions.js';
import type { Role } from '@domain/access/roles.js';

export class AgencyView {
  id: string;
  name: string;
  /** Its short name in links and on the command line. */
  slug: string;
  timeZone: string;
  currency: string;
  locale: Locale;
  /** Months for which a submission protects, where the search agrees on none. */
  protectionMonths: number;
  /** Days within which a client may say that they knew a person before. */
  answerDays: number;
  createdAt: string;
  updatedAt: string;
  version: number;
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class MyAgency {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  locale: Locale;
}

export class MeView {
  id: string;
  name: string;
  email: string;
  role: Role;
  permissions: Permission[];
  /** The own language, or that of the agency. */
  locale: Locale;
  /** Whether signing in asks for a second factor. */
  twoFactor: boolean;
  version: number;
  agency: MyAgency;
}
