import type { Locale } from '../agencies/agency.js';
import type {
  AffiliationType,
  ChannelKind,
  IdentifierKind,
  Seniority,
  WorkAuthorization,
} from '../candidates/candidate.js';
import type { OrganizationKind } from '../organizations/organization.js';
import type { DisclosureLevel } from './submission.js';

/** The parts of a candidate report; a template says which stand in it and in which order. */
export const reportSections = [
  'profile',
  'recommendation',
  'career',
  'education',
  'research',
  'pay',
  'contact',
] as const;
export type ReportSection = (typeof reportSections)[number];

/** How an agency's reports look in one language. */
export type ReportTemplate = {
  readonly locale: Locale;
  readonly letterhead: string | null;
  readonly sections: readonly string[];
  readonly closing: string | null;
};

/** An employer or school as a report may tell of it. `people`: how many we know there, for its size in words. */
export type ReportOrganization = {
  readonly name: string;
  readonly nativeName: string | null;
  readonly aliases: readonly string[];
  readonly kind: OrganizationKind;
  readonly country: string | null;
  readonly people: number;
};

export type ReportAffiliation = {
  readonly type: AffiliationType;
  readonly organization: ReportOrganization;
  readonly title: string | null;
  readonly team: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly seenFrom: number | null;
  readonly seenUntil: number | null;
  readonly current: boolean;
};

/** Annual cash as a decimal text. */
export type ReportPay = { readonly amount: string; readonly currency: string };

/** Everything of a person that a report of some level may draw on. */
export type ReportPerson = {
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly nativeName: string | null;
  readonly romanizedName: string | null;
  readonly aliases: readonly string[];
  readonly pseudonym: string | null;
  readonly headline: string | null;
  readonly roleFamily: string | null;
  readonly seniority: Seniority | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly workAuthorization: WorkAuthorization | null;
  /** `sharedBy`: people of the base who have the same word. */
  readonly topics: readonly {
    readonly kind: 'area' | 'skill' | 'language' | 'motive';
    readonly name: string;
    readonly sharedBy: number;
  }[];
  readonly affiliations: readonly ReportAffiliation[];
  readonly publications: readonly {
    readonly title: string;
    readonly venue: string | null;
    readonly year: number | null;
  }[];
  readonly noticeMonths: number | null;
  readonly currentPay: ReportPay | null;
  readonly expectedPay: ReportPay | null;
  readonly channels: readonly { readonly kind: ChannelKind; readonly value: string }[];
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
};

/** What a report is asked for with. */
export type ReportOrder = {
  readonly level: DisclosureLevel;
  readonly template: ReportTemplate;
  /** Stands for the name in blind reports where the person has no pseudonym, and in the name of the file. */
  readonly code: string;
  readonly searchTitle: string;
  readonly recommendation: string | null;
  readonly today: string;
};

export type ReportEntry = { readonly title: string; readonly aside: string; readonly lines: readonly string[] };

/** One part of a report: facts beside their labels, entries in order of time, texts. */
export type ReportBlock = {
  readonly section: ReportSection;
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly entries: readonly ReportEntry[];
  readonly texts: readonly string[];
};

/** A report as it is set: what is not here cannot reach a PDF or a copied text. */
export type Report = {
  readonly locale: Locale;
  readonly letterhead: string | null;
  readonly title: string;
  readonly who: string;
  readonly about: string | null;
  readonly blocks: readonly ReportBlock[];
  readonly closing: string | null;
  readonly showsPay: boolean;
};
