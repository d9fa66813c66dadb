import type { Locale } from '@domain/agencies/agency.js';
import type {
  DisclosureLevel,
  PermissionWay,
  SubmissionChannel,
  SubmissionPart,
  SubmissionState,
} from '@domain/portal/submission.js';
import type { RefusalCode } from '@domain/refusal.js';

export class SubmissionRow {
  id: string;
  candidacyId: string;
  candidateId: string;
  candidateName: string;
  nativeName: string | null;
  doNotContact: boolean;
  searchId: string;
  searchTitle: string;
  organizationId: string;
  organizationName: string;
  contactId: string;
  contactName: string;
  memberId: string;
  memberName: string;
  level: DisclosureLevel;
  locale: Locale;
  channel: SubmissionChannel;
  /** Stands for the name in blind reports and in the name of the file. */
  code: string;
  /** How it stands today in the agency's time zone. */
  state: SubmissionState;
  occurredAt: string;
  recordedAt: string;
  /** The last day on which a hire is ours; null where no months are agreed. */
  protectedUntil: string | null;
  /** Days until then; negative when they are over. */
  daysLeft: number | null;
  permissionOn: string;
  permissionHow: PermissionWay;
  /** What the client said of where they had the person from. */
  knownSource: string | null;
  knownSince: string | null;
  answeredOn: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  voidedAt: string | null;
  voidedByName: string | null;
  /** Whether the report shows pay: then it is for those alone who see pay. */
  showsPay: boolean;
  fileBytes: number;
  /** The task that a hire without a placement raised. */
  hireTaskId: string | null;
  updatedAt: string;
  version: number;
}

export class SubmissionView extends SubmissionRow {
  permissionEvidence: string;
  payVolunteeredOn: string | null;
  payVolunteeredEvidence: string | null;
  recommendation: string | null;
  consentOn: string | null;
  consentEvidence: string | null;
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class KeptSubmissionPart {
  /** What the submission made and what stays: the step along the stages. */
  part: SubmissionPart;
  /** Why it stays, as a refusal would say. */
  code: RefusalCode;
}

export class VoidedSubmission extends SubmissionView {
  /** What stays because it has gone on since; everything else is as before. */
  kept: KeptSubmissionPart[];
}

export class SubmissionGate {
  /** The refusal that would come. */
  code: RefusalCode;
  /** The field at which it is lifted. */
  pointer: string;
  /** What holds, and what lifts it. */
  message: string;
}

export class ReportPreview {
  code: string;
  fileName: string;
  /** The report as plain text, for a mail or a chat. */
  text: string;
  /** Everything that stands against the submission as it is filled in now. */
  gates: SubmissionGate[];
  /** Whether PIPL asks for a consent that names the client. */
  needsConsent: boolean;
  /** Current pay is known and hidden, because the place of the search bans pay history. */
  payHidden: boolean;
  protectedUntil: string | null;
  /** The PDF in base64, where it was asked for. */
  pdf: string | null;
}
