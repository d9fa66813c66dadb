import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '@domain/agencies/agency.js';
import { Auth } from '@platform/access/auth.js';
import { Config } from '@platform/config/config.js';
import { AuthPool } from '@platform/db/auth-pool.js';
import { Mail } from '@platform/mail/mail.js';
import { passwordChangedMail, resetMail } from './mail-texts.js';

type Person = { name: string; email: string; locale: Locale };

/** Writes the mails about passwords, in the language of the one they go to. Who is suspended gets none. */
@Injectable()
export class PasswordMails implements OnModuleInit {
  constructor(
    private readonly auth: Auth,
    private readonly pool: AuthPool,
    private readonly mail: Mail,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { publicUrl } = this.config;
    this.auth.onPassword({
      asked: (userId, token) =>
        this.write(userId, ({ name, locale }) =>
          resetMail(locale, { name, link: `${publicUrl}/reset-password?token=${token}` }),
        ),
      changed: (userId) =>
        this.write(userId, ({ name, locale }) =>
          passwordChangedMail(locale, { name, link: `${publicUrl}/forgotten-password` }),
        ),
    });
  }

  private async write(userId: string, textOf: (person: Person) => { subject: string; text: string }): Promise<void> {
    const { rows } = await this.pool.pool.query<Person>({
      name: 'mail_person',
      text: `select m.name, m.email, coalesce(m.locale, a.locale) as locale
        from member m join agency a on a.id = m.agency_id where m.auth_user_id = $1 and m.suspended_at is null limit 1`,
      values: [userId],
    });
    if (rows[0]) this.mail.send({ to: rows[0].email, ...textOf(rows[0]) });
  }
}
