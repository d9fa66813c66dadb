export class SignedInView {
  /** true: the password was right and a code is asked for next. */
  twoFactorRedirect: boolean;
}

export class DoneView {
  status: boolean;
}

export class SessionView {
  name: string;
  email: string;
  twoFactor: boolean;
  createdAt: string;
  expiresAt: string;
}

export class TwoFactorSetUpView {
  /** For the QR code of an authenticator app. */
  totpURI: string;
  /** Each good for one sign-in without the app. */
  backupCodes: string[];
}

export class TotpUriView {
  totpURI: string;
}

export class BackupCodesView {
  backupCodes: string[];
}
