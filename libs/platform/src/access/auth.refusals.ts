import { Refusal, type RefusalCode } from '@domain/refusal.js';

/** What the sign-in library's errors mean in our catalogue. */
const codes: Record<string, RefusalCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'sign-in.failed',
  INVALID_EMAIL: 'sign-in.failed',
  FAILED_TO_CREATE_SESSION: 'service.unavailable',
  MEMBER_SUSPENDED: 'access.suspended',
  INVALID_PASSWORD: 'password.wrong',
  INVALID_TOKEN: 'reset.invalid',
  USER_NOT_FOUND: 'reset.invalid',
  INVALID_CODE: 'two-factor.code',
  INVALID_BACKUP_CODE: 'two-factor.code',
  INVALID_TWO_FACTOR_COOKIE: 'two-factor.expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'two-factor.expired',
  TOTP_ALREADY_ENABLED: 'two-factor.state',
  TOTP_NOT_ENABLED: 'two-factor.state',
  TWO_FACTOR_NOT_ENABLED: 'two-factor.state',
  BACKUP_CODES_NOT_ENABLED: 'two-factor.state',
};

const statuses: Record<number, RefusalCode> = {
  401: 'session.missing',
  403: 'access.denied',
  404: 'resource.not-found',
  409: 'rule.conflict',
  413: 'request.too-large',
  415: 'request.media-type',
};

/** The refusal behind an error answer of the library. */
export function refusalOfAuth(status: number, code: string | undefined): Refusal {
  if (status === 429) return new Refusal('rate.exceeded', undefined, { retryAfter: 15 * 60 });
  const own = code === undefined ? undefined : codes[code];
  return new Refusal(own ?? statuses[status] ?? (status < 500 ? 'request.malformed' : 'service.fault'));
}
