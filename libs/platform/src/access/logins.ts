import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { AuthPool } from '../db/auth-pool.js';
import { Units } from '../db/units.js';
import { hashPassword } from './auth.passwords.js';

/** Who signs in: one login an e-mail address, in no agency by itself. */
export type Login = { readonly name: string; readonly email: string; readonly password: string };

/** The logins behind the members, in the schema of sign-in. */
@Injectable()
export class Logins {
  constructor(
    private readonly auth: AuthPool,
    private readonly units: Units,
  ) {}

  /** Runs `work` as sign-in's own role in one unit of the agency that `enter` answers, for what happens before anyone of it is signed in: all or nothing. */
  async unit<T>(enter: (client: PoolClient) => Promise<string>, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.auth.pool.connect();
    let agencyId: string;
    try {
      await client.query('begin');
      agencyId = await enter(client);
      await client.query({
        name: 'enter',
        text: "select set_config('app.agency_id', $1, true), set_config('app.member_id', '', true)",
        values: [agencyId],
      });
    } catch (error) {
      await this.units.abandon(client);
      throw error;
    }
    const opened = this.units.unitOf(client, this.units.systemActor(agencyId));
    return this.units.carry(opened, () => work(client));
  }

  /** Makes a login in the caller's transaction and answers its id. A second one for an address breaks `user_email_key`. */
  async add(client: PoolClient, { name, email, password }: Login): Promise<string> {
    const hash = await hashPassword(password);
    const { rows } = await client.query<{ id: string }>({
      name: 'login_add',
      text: `with made as (insert into auth."user" (name, email, "emailVerified") values ($1, $2, true) returning id),
        kept as (insert into auth.account ("accountId", "providerId", "userId", password) select id::text, 'credential', id, $3 from made)
        select id from made`,
      values: [name, email, hash],
    });
    if (!rows[0]) throw new Error('no login was made');
    return rows[0].id;
  }

  /** Ends all sessions of a login, on all devices. */
  async revoke(userId: string): Promise<void> {
    await this.auth.pool.query({
      name: 'sessions_end',
      text: 'delete from auth.session where "userId" = $1',
      values: [userId],
    });
  }

  /** Whether the login asks for a second factor. */
  async hasTwoFactor(userId: string): Promise<boolean> {
    const { rows } = await this.auth.pool.query<{ on: boolean }>({
      name: 'two_factor',
      text: 'select "twoFactorEnabled" as on from auth."user" where id = $1',
      values: [userId],
    });
    return rows[0]?.on ?? false;
  }
}
