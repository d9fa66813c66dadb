import { Injectable } from '@nestjs/common';
import { type Actor, permissionsOf } from '@domain/access/policy.js';
import type { Role } from '@domain/access/roles.js';
import { unit } from '../db/unit.js';
import { Units } from '../db/units.js';
import type { Credentials } from './credentials.js';

/** Who credentials stand for, as the database answers it. */
export type ActorRow = {
  agency_id: string;
  member_id: string;
  role: Role;
  name: string;
  client_id: string | null;
  suspended: boolean;
  permissions: string[] | null;
  time_zone: string;
  session_id: string;
};

/** The actor of a found row. */
export function actorOf(row: ActorRow, kind: 'member' | 'api_key'): Actor {
  return {
    kind,
    agencyId: row.agency_id,
    memberId: row.member_id,
    sessionId: row.session_id,
    name: row.name,
    role: row.role,
    clientId: row.client_id,
    timeZone: row.time_zone,
    permissions: permissionsOf(row.role, row.permissions),
  };
}

type Kind = {
  readonly actor: 'member' | 'api_key';
  readonly proof: (credentials: Credentials) => string | undefined;
  readonly sql: string;
};

const asked = 'select asked.at::int, found.* from unnest($1::text[]) with ordinality as asked (proof, at)';

const kinds: readonly Kind[] = [
  {
    actor: 'member',
    proof: (one) => ('session' in one ? one.session : undefined),
    sql: `${asked}, session_actor(asked.proof) as found`,
  },
  {
    actor: 'api_key',
    proof: (one) => ('key' in one ? one.key : undefined),
    sql: `${asked}, api_key_actor(asked.proof) as found`,
  },
];

/** Who credentials stand for at this moment: for what outlives the request that it began with. */
@Injectable()
export class Actors {
  constructor(private readonly units: Units) {}

  /** The member who asked for long work: what their role allows now, of what they might do when they asked. Undefined where they may do nothing any more. */
  async ofWork(agencyId: string, memberId: string, permissions: readonly string[]): Promise<Actor | undefined> {
    const row = await this.units.run(
      this.units.systemActor(agencyId),
      async () => {
        const { rows } = await unit().client.query<Pick<ActorRow, 'name' | 'role' | 'client_id' | 'time_zone'>>({
          name: 'actor_of_work',
          text: `select m.name, m.role, m.client_id, a.time_zone from member m join agency a on a.id = m.agency_id
            where m.id = $1 and m.suspended_at is null`,
          values: [memberId],
        });
        return rows[0];
      },
      { readOnly: true },
    );
    if (!row) return undefined;
    return {
      kind: 'member',
      agencyId,
      memberId,
      sessionId: null,
      name: row.name,
      role: row.role,
      clientId: row.client_id,
      timeZone: row.time_zone,
      permissions: permissionsOf(row.role, permissions),
    };
  }

  /** The product itself where the agency works: in a unit of work of the agency. */
  async ofAgency(agencyId: string): Promise<Actor> {
    const { rows } = await unit().client.query<{ zone: string }>({
      name: 'actor_of_agency',
      text: 'select time_zone as zone from agency',
    });
    return this.units.systemActor(agencyId, rows[0]?.zone);
  }

  /** The actor of each of these credentials, in their order; undefined where they are no longer good or the user is suspended. */
  async standing(credentials: readonly Credentials[]): Promise<(Actor | undefined)[]> {
    const standing: (Actor | undefined)[] = credentials.map(() => undefined);
    const client = await this.units.connect();
    try {
      await client.query('begin read only');
      for (const { actor, proof, sql } of kinds) {
        const those = credentials.flatMap((one, index) =>
          proof(one) === undefined ? [] : [{ index, proof: proof(one) }],
        );
        if (those.length === 0) continue;
        const { rows } = await client.query<ActorRow & { at: number }>({
          name: `standing_${actor}`,
          text: sql,
          values: [those.map((one) => one.proof)],
        });
        for (const row of rows) {
          const index = those[row.at - 1]?.index;
          if (index !== undefined && !row.suspended) standing[index] = actorOf(row, actor);
        }
      }
      return standing;
    } finally {
      await this.units.abandon(client);
    }
  }
}
