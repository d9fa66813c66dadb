import type {
  AffiliationType,
  CandidateSource,
  ChannelKind,
  ChannelState,
  Confidence,
  CovenantKind,
  CovenantReach,
  CovenantStart,
  CovenantStatus,
  IdentifierKind,
  LegalBasis,
  MatchStrength,
  PrivacyLaw,
  Seniority,
  WorkAuthorization,
} from '@domain/candidates/candidate.js';
import { Money } from '@platform/http/money.view.js';
import { PackageView } from './package.view.js';

export class TagView {
  id: string;
  name: string;
  color: string | null;
}

export class CandidateRow {
  id: string;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  /** In the person's own script. */
  nativeName: string | null;
  romanizedName: string | null;
  headline: string | null;
  roleFamilyId: string | null;
  roleFamilyName: string | null;
  seniority: Seniority | null;
  city: string | null;
  country: string | null;
  ownerId: string | null;
  ownerName: string | null;
  /** The current employer, derived from the affiliations. */
  currentOrganizationId: string | null;
  currentOrganizationName: string | null;
  currentTitle: string | null;
  tags: TagView[];
  /** The person's own wish not to be approached. */
  doNotContact: boolean;
  source: CandidateSource;
  law: PrivacyLaw;
  lastContactAt: string | null;
  importId: string | null;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** A person as the people of an organization are listed: with what they are or were there at last. */
export class PersonRow extends CandidateRow {
  /** The title there, which is not the current one of those who left. */
  title: string | null;
  level: string | null;
  team: string | null;
  startedOn: string | null;
  endedOn: string | null;
  /** Whether they are there now. */
  present: boolean;
}

export class IdentifierView {
  id: string;
  kind: IdentifierKind;
  value: string;
  confidence: Confidence;
}

export class ChannelView {
  id: string;
  kind: ChannelKind;
  value: string;
  state: ChannelState;
  holderId: string | null;
  holderName: string | null;
  bestTime: string | null;
  doNotUse: boolean;
  version: number;
}

export class AffiliationView {
  id: string;
  organizationId: string;
  organizationName: string;
  type: AffiliationType;
  title: string | null;
  level: string | null;
  team: string | null;
  managerId: string | null;
  managerName: string | null;
  startedOn: string | null;
  endedOn: string | null;
  /** Years in which evidence such as a paper saw the person there. */
  seenFrom: number | null;
  seenUntil: number | null;
  confidence: Confidence;
  source: string | null;
  isCurrent: boolean;
  version: number;
}

export class NamedOrganization {
  id: string;
  name: string;
}

export class CovenantView {
  id: string;
  kind: CovenantKind;
  months: number;
  startsFrom: CovenantStart;
  binds: CovenantReach;
  organizations: NamedOrganization[];
  status: CovenantStatus;
  monthlyCompensation: Money | null;
  setOff: boolean;
  note: string | null;
  version: number;
}

export class CandidateView extends CandidateRow {
  pseudonym: string | null;
  aliases: string[];
  workAuthorization: WorkAuthorization | null;
  technicalRoute: string | null;
  sourceDetail: string | null;
  sourcedOn: string;
  legalBasis: LegalBasis;
  /** By when the person is to be told, where GDPR applies. */
  noticeDueOn: string | null;
  noticedOn: string | null;
  doNotContactReason: string | null;
  doNotContactSince: string | null;
  objectsToProfiling: boolean;
  /** Values of the agency's own fields by their keys. */
  custom: Record<string, unknown>;
  areas: string[];
  skills: string[];
  languages: string[];
  motives: string[];
  identifiers: IdentifierView[];
  channels: ChannelView[];
  affiliations: AffiliationView[];
  covenants: CovenantView[];
  /** For those who may see pay. */
  currentPackage?: PackageView | null;
  expectedPackage?: PackageView | null;
  publicationCount: number;
  /** For those who may see documents. */
  documentCount?: number;
  /** Who told the person first, as the contact log says; null where only the day is known. */
  noticedBy?: string | null;
  candidacyCount: number;
  noteCount: number;
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class PossibleDuplicate {
  id: string;
  displayName: string;
  nativeName: string | null;
  currentOrganizationName: string | null;
  /** The channel that both have. */
  channel: ChannelKind;
}

export class CreatedCandidate extends CandidateView {
  /** People with the same phone, mailbox or other channel and a name that goes with this one. */
  possibleDuplicates: PossibleDuplicate[];
}

export class PossibleMatch {
  id: string;
  displayName: string;
  nativeName: string | null;
  currentTitle: string | null;
  currentOrganizationName: string | null;
  doNotContact: boolean;
  /** `sure` by an id, `likely` by a channel and a name that goes with it, `maybe` by the name or an unsure id alone. */
  strength: MatchStrength;
  /** The kind of id or channel that both have; null where it is the name alone. */
  by: string | null;
}

export class PossibleMatches {
  /** The surest first. */
  items: PossibleMatch[];
}
