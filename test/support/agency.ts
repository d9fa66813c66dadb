import { randomUUID } from 'node:crypto';
import { clientRoles, type Role } from '@domain/access/roles.js';
import { aliasKey } from '@domain/organizations/organization.rules.js';
import { sessionCookie, TestClient } from './client.js';
import type { World } from './world.js';

/** A user of an agency, signed in. */
export class Member extends TestClient {
  constructor(
    world: World,
    readonly agency: Agency,
    readonly id: string,
    readonly role: Role,
    readonly token: string,
  ) {
    super(world.app, { cookie: sessionCookie(token, world.config.secret) });
  }
}

type Values = Record<string, unknown>;

/** One agency of a test: makes its members and rows straight in the database, with the parents that are missing. */
export class Agency {
  private readonly signedIn = new Map<Role, Promise<Member>>();

  constructor(
    readonly world: World,
    readonly id: string,
  ) {}

  /** The agency's user of this role: one a role, made when first asked for. */
  as(role: Role): Promise<Member> {
    let member = this.signedIn.get(role);
    if (!member) {
      member = this.member(role);
      this.signedIn.set(role, member);
    }
    return member;
  }

  /** Another user of this role. */
  async member(role: Role, clientId?: string): Promise<Member> {
    const userId = randomUUID();
    const token = randomUUID();
    const email = `${userId}@example.com`;
    const client = clientRoles.includes(role) ? (clientId ?? (await this.organization()).id) : null;
    const id = randomUUID();
    const { auth } = this.world;
    await auth.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [userId, `A ${role}`, email]);
    await auth.query(
      `insert into auth.session (token, "userId", "expiresAt") values ($1, $2, now() + interval '1 day')`,
      [token, userId],
    );
    await this.insert('member', { id, auth_user_id: userId, name: `A ${role}`, email, role, client_id: client });
    return new Member(this.world, this, id, role, token);
  }

  /** Adds a row of a tenant table and answers it as stored, by column names. */
  async insert<T extends Values = { id: string }>(table: string, values: Values): Promise<T & { id: string }> {
    const all = { agency_id: this.id, ...values };
    const names = Object.keys(all);
    const { rows } = await this.world.owner.query<T & { id: string }>(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
      Object.values(all),
    );
    if (!rows[0]) throw new Error(`${table} answered no row`);
    return rows[0];
  }

  async organization(values: Values = {}): Promise<{ id: string; name: string; version: number }> {
    const organization = await this.insert<{ id: string; name: string; version: number }>('organization', {
      kind: 'company',
      name: `Organization ${randomUUID().slice(0, 8)}`,
      ...values,
    });
    await this.insert('organization_alias', {
      organization_id: organization.id,
      kind: 'name',
      value: organization.name,
      value_key: aliasKey('name', organization.name),
    });
    return organization;
  }

  candidate(values: Values = {}): Promise<{ id: string; display_name: string; version: number }> {
    return this.insert('candidate', { display_name: `Candidate ${randomUUID().slice(0, 8)}`, ...values });
  }

  async contact(values: Values = {}): Promise<{ id: string; name: string; organization_id: string; version: number }> {
    const organization_id = values['organization_id'] ?? (await this.organization()).id;
    return this.insert('contact', {
      name: `Contact ${randomUUID().slice(0, 8)}`,
      kind: 'hr',
      ...values,
      organization_id,
    });
  }

  /** A search with one stage of each of the first groups. */
  async search(
    values: Values = {},
  ): Promise<{ id: string; organization_id: string; version: number; stages: string[] }> {
    const organization_id = values['organization_id'] ?? (await this.organization()).id;
    const title = `Search ${randomUUID().slice(0, 8)}`;
    const search = await this.insert<{ id: string; organization_id: string; version: number }>('search', {
      title,
      type: 'retained',
      ...values,
      organization_id,
    });
    const stages: string[] = [];
    for (const stage_group of ['longlist', 'contacted', 'qualified', 'presented', 'accepted']) {
      const position = stages.length;
      const stage = await this.insert('stage', { search_id: search.id, name: stage_group, stage_group, position });
      stages.push(stage.id);
    }
    return { ...search, stages };
  }

  /** A candidacy in the first stage of its search, with the entry that put it there. */
  async candidacy(
    values: Values = {},
  ): Promise<{ id: string; search_id: string; candidate_id: string; stage_id: string; version: number }> {
    const search_id = values['search_id'] ?? (await this.search()).id;
    const candidate_id = values['candidate_id'] ?? (await this.candidate()).id;
    const { rows } = await this.world.owner.query<{ id: string; stage_group: string }>(
      'select id, stage_group from stage where agency_id = $1 and search_id = $2 order by position limit 1',
      [this.id, search_id],
    );
    const stage_id = values['stage_id'] ?? rows[0]?.id;
    const candidacy = await this.insert<{
      id: string;
      search_id: string;
      candidate_id: string;
      stage_id: string;
      version: number;
    }>('candidacy', { ...values, search_id, candidate_id, stage_id });
    await this.insert('stage_entry', {
      candidacy_id: candidacy.id,
      search_id,
      candidate_id,
      kind: 'added',
      to_stage_id: stage_id,
      to_group: rows[0]?.stage_group,
      occurred_at: new Date(),
    });
    return candidacy;
  }
}
