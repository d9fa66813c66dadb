import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@domain/refusal.js';
import { Config } from '../config/config.js';
import { Refuses } from '../http/openapi.js';
import { Public } from './allows.js';
import { Auth } from './auth.js';
import { ChangePassword, ProvePassword, RequestPasswordReset, ResetPassword, SignIn, VerifyCode } from './auth.dto.js';
import { BackupCodesView, DoneView, SessionView, SignedInView, TotpUriView, TwoFactorSetUpView } from './auth.view.js';
import { credentialsOf } from './credentials.js';

type Known = {
  user: { name: string; email: string; twoFactorEnabled: boolean };
  session: { createdAt: string; expiresAt: string };
};

/** The paths of the sign-in library that are open, and no others. */
@Public()
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly auth: Auth,
    private readonly config: Config,
  ) {}

  /** Signs in with e-mail address and password. */
  @Post('sign-in/email')
  @HttpCode(200)
  @Refuses('sign-in.failed', 'access.suspended', 'rate.exceeded')
  async signIn(
    @Body() values: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const given = await this.auth.answer(request, reply, values, values.email);
    return { twoFactorRedirect: given['twoFactorRedirect'] === true };
  }

  /** Ends this session. */
  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DoneView> {
    await this.auth.answer(request, reply);
    return { status: true };
  }

  /** Ends all sessions of the one who asks, on all devices. */
  @Post('revoke-sessions')
  @HttpCode(200)
  @Refuses('session.missing')
  async revokeSessions(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.answer(request, reply);
    return { status: true };
  }

  /** The session of the one who asks; it is prolonged once a day. */
  @Get('get-session')
  @Refuses('session.missing')
  async session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { user, session } = (await this.auth.answer(request, reply)) as Partial<Known>;
    if (!user || !session) throw new Refusal('session.missing');
    const { name, email, twoFactorEnabled: twoFactor } = user;
    return { name, email, twoFactor, createdAt: session.createdAt, expiresAt: session.expiresAt };
  }

  /** Sends a link for a new password to the address, where someone has it; answers the same where nobody has. */
  @Post('request-password-reset')
  @HttpCode(200)
  @Refuses('rate.exceeded')
  async requestPasswordReset(
    @Body() values: RequestPasswordReset,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.ration(`reset ${values.email}`);
    await this.auth.answer(request, reply, values);
    return { status: true };
  }

  /** Sets a new password with the token of the mail; all sessions end. */
  @Post('reset-password')
  @HttpCode(200)
  @Refuses('reset.invalid')
  async resetPassword(
    @Body() values: ResetPassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.answer(request, reply, values);
    return { status: true };
  }

  /** Changes the password; all other sessions end. */
  @Post('change-password')
  @HttpCode(200)
  @Refuses('session.missing', 'password.wrong', 'rate.exceeded')
  async changePassword(
    @Body() values: ChangePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    const body = { ...values, revokeOtherSessions: true };
    await this.auth.answer(request, reply, body, this.sessionOf(request));
    return { status: true };
  }

  /** Begins to set up an authenticator app; a first code by `verify-totp` turns it on. */
  @Post('two-factor/enable')
  @HttpCode(200)
  @Refuses('session.missing', 'password.wrong', 'two-factor.state', 'rate.exceeded')
  async enableTwoFactor(
    @Body() values: ProvePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TwoFactorSetUpView> {
    const given = await this.auth.answer(request, reply, values, this.sessionOf(request));
    return { totpURI: String(given['totpURI']), backupCodes: given['backupCodes'] as string[] };
  }

  /** Turns the second factor off. */
  @Post('two-factor/disable')
  @HttpCode(200)
  @Refuses('session.missing', 'password.wrong', 'rate.exceeded')
  async disableTwoFactor(
    @Body() values: ProvePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.answer(request, reply, values, this.sessionOf(request));
    return { status: true };
  }

  /** The address for another authenticator app. */
  @Post('two-factor/get-totp-uri')
  @HttpCode(200)
  @Refuses('session.missing', 'password.wrong', 'two-factor.state', 'rate.exceeded')
  async totpUri(
    @Body() values: ProvePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TotpUriView> {
    const given = await this.auth.answer(request, reply, values, this.sessionOf(request));
    return { totpURI: String(given['totpURI']) };
  }

  /** Makes new backup codes; the former ones are void. */
  @Post('two-factor/generate-backup-codes')
  @HttpCode(200)
  @Refuses('session.missing', 'password.wrong', 'two-factor.state', 'rate.exceeded')
  async backupCodes(
    @Body() values: ProvePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BackupCodesView> {
    const given = await this.auth.answer(request, reply, values, this.sessionOf(request));
    return { backupCodes: given['backupCodes'] as string[] };
  }

  /** Ends a sign-in, or the set-up of the app, with a code of the app. */
  @Post('two-factor/verify-totp')
  @HttpCode(200)
  @Refuses('two-factor.code', 'two-factor.expired', 'two-factor.state', 'rate.exceeded')
  async verifyTotp(
    @Body() values: VerifyCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.answer(request, reply, values);
    return { status: true };
  }

  /** Ends a sign-in with a backup code, which is then used up. */
  @Post('two-factor/verify-backup-code')
  @HttpCode(200)
  @Refuses('two-factor.code', 'two-factor.expired', 'two-factor.state', 'rate.exceeded')
  async verifyBackupCode(
    @Body() values: VerifyCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DoneView> {
    await this.auth.answer(request, reply, values);
    return { status: true };
  }

  /** Wrong passwords of someone signed in are counted by their session. */
  private sessionOf(request: FastifyRequest): string {
    const credentials = credentialsOf(request, this.config.secret);
    if (!credentials || !('session' in credentials)) throw new Refusal('session.missing');
    return credentials.session;
  }
}
