import { password } from '@domain/agencies/agency.js';
import { Email, Flag, Password, Text } from '../http/fields.js';

export class SignIn {
  @Email() email: string;
  @Password(1, password.max) password: string;
  /** false: the session ends with the browser, after a day at the latest. */
  @Flag({ optional: true }) rememberMe?: boolean;
}

export class RequestPasswordReset {
  @Email() email: string;
}

export class ResetPassword {
  @Text(200, { example: 'kJ2v8w0pQ4t6y1z3x5c7b9n0' }) token: string;
  @Password(password.min, password.max) newPassword: string;
}

export class ChangePassword {
  @Password(1, password.max) currentPassword: string;
  @Password(password.min, password.max) newPassword: string;
}

export class ProvePassword {
  @Password(1, password.max) password: string;
}

export class VerifyCode {
  @Text(20, { example: '123456' }) code: string;
  /** Ask this device for no code for 30 days. */
  @Flag({ optional: true, example: false }) trustDevice?: boolean;
}
