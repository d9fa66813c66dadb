import { PartialType } from '@nestjs/swagger';
import { locales, type Locale } from '@domain/agencies/agency.js';
import {
  disclosureLevels,
  permissionWays,
  submissionChannels,
  type DisclosureLevel,
  type PermissionWay,
  type SubmissionChannel,
} from '@domain/portal/submission.js';
import { Day, Flag, Id, Moment, Nested, OneOf, Text } from '@platform/http/fields.js';

class GivenEvidence {
  /** The day on which it was given. */
  @Day({ example: '2026-01-15' }) givenOn: string;
  /** What shows it: the words of a message, who was on the call. */
  @Text(2000, { example: 'WeChat: "Yes, please send my profile."' }) evidence: string;
}

export class PermissionGiven extends GivenEvidence {
  @OneOf(permissionWays, { example: 'wechat' }) how: PermissionWay;
}

export class ConsentGiven extends GivenEvidence {}

export class PayVolunteered extends GivenEvidence {}

export class MakeSubmission {
  /** The one at the client who gets the report. */
  @Id('contact') contactId: string;
  @OneOf(disclosureLevels, { example: 'L2' }) level: DisclosureLevel;
  @OneOf(locales) locale: Locale;
  /** The form of the report, one of this language; the first by name when absent, and the shipped one where there is none. */
  @Id('report_template', { optional: true, nullable: true, example: null }) templateId?: string | null;
  @OneOf(submissionChannels) channel: SubmissionChannel;
  /** When it went out; now when absent, never in the future nor before the last step of the candidacy. */
  @Moment({ optional: true, example: undefined }) occurredAt?: string;
  /** The permission of the person; without it nobody is presented. */
  @Nested(() => PermissionGiven, { optional: true }) permission?: PermissionGiven;
  /** The consent that names this client, where PIPL asks for one. */
  @Nested(() => ConsentGiven, { optional: true }) consent?: ConsentGiven;
  /** The person told their current pay so that this client may know it. */
  @Nested(() => PayVolunteered, { optional: true }) payVolunteered?: PayVolunteered;
  /** Why this person; stands in reports that name them alone. */
  @Text(4000, { optional: true, nullable: true, example: null }) recommendation?: string | null;
}

export class PreviewReport extends PartialType(MakeSubmission, { skipNullProperties: false }) {
  @OneOf(disclosureLevels, { example: 'L2' }) declare level: DisclosureLevel;
  @OneOf(locales) declare locale: Locale;
  /** Answers the PDF too. */
  @Flag({ optional: true }) withPdf?: boolean;
}

export class WithdrawSubmission {
  @Text(2000, { optional: true, nullable: true, example: 'Took another offer' }) reason?: string | null;
}

export class AnswerSubmission {
  /** Where the client says that they had the person from. */
  @Text(500, { example: 'Applied on the career page' }) source: string;
  /** Since when, as the client says. */
  @Day({ optional: true, nullable: true, example: null }) knownSince?: string | null;
  /** The day of the answer; today when absent. */
  @Day({ optional: true, example: undefined }) answeredOn?: string;
}
