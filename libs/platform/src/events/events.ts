import { Injectable } from '@nestjs/common';
import { type EventName, eventType } from '@domain/events.js';
import { unit } from '../db/unit.js';

/** The row that an event is about; its own properties say which person, organization and search it touches. */
export type About = {
  id: string;
  candidateId?: string | null;
  organizationId?: string | null;
  searchId?: string | null;
  /** `private`: the event is its actor's alone. */
  visibility?: string;
};

/** Types of events that something elsewhere reacts to. Reactions register themselves. */
const reacted = new Set<EventName>();

/** Makes events of this type go through the outbox. */
export function reactTo(type: EventName): void {
  reacted.add(type);
}

const owners = new Map([
  ['candidate', 'candidateId'],
  ['organization', 'organizationId'],
  ['search', 'searchId'],
]);

/** Records what happened, in the transaction in which it happened. */
@Injectable()
export class Events {
  /** One event. `data` has only the keys that its type allows: ids, states, field names. */
  async record(type: EventName, { about, data = {} }: { about: About; data?: Record<string, unknown> }): Promise<void> {
    const { client, actor, announcements } = unit();
    const seen = visibilityOf(type, about, data);
    const own = seen === 'private';
    const ids = idsOf(type, about);
    const text = reacted.has(type) ? recordAndAnnounce : recordOnly;
    unit().recorded += 1;
    await client.query({
      name: reacted.has(type) ? 'event_out' : 'event',
      text,
      values: [
        type,
        actor.memberId,
        actor.kind,
        ids.candidateId,
        ids.organizationId,
        ids.searchId,
        about.id,
        seen,
        JSON.stringify(data),
      ],
    });
    const touched = [about.id, ids.candidateId, ids.organizationId, ids.searchId].filter(
      (id) => typeof id === 'string',
    );
    announcements.push({
      agencyId: actor.agencyId,
      type,
      ids: [...new Set(touched)],
      ...(own && { only: actor.memberId ?? 'nobody' }),
    });
  }

  /** Many events of one type in one statement, told to open streams at once: for what is done to many rows. None of them is private. */
  async recordAll(type: EventName, those: readonly { about: About; data?: Record<string, unknown> }[]): Promise<void> {
    if (those.length === 0) return;
    const { client, actor, announcements } = unit();
    const rows = those.map(({ about, data = {} }) => {
      const visibility = visibilityOf(type, about, data);
      if (visibility === 'private') throw new Error(`a private ${type} is recorded alone`);
      const { candidateId, organizationId, searchId } = idsOf(type, about);
      return { candidateId, organizationId, searchId, subjectId: about.id, visibility, data };
    });
    unit().recorded += rows.length;
    await client.query({
      name: reacted.has(type) ? 'events_out' : 'events',
      text: reacted.has(type) ? recordAllAndAnnounce : recordAllOnly,
      values: [type, actor.memberId, actor.kind, JSON.stringify(rows)],
    });
    const touched = rows.flatMap((row) => [row.subjectId, row.candidateId, row.organizationId, row.searchId]);
    const ids = [...new Set(touched.filter((id) => typeof id === 'string'))];
    for (let from = 0; from < ids.length; from += idsOfOneAnnouncement) {
      announcements.push({ agencyId: actor.agencyId, type, ids: ids.slice(from, from + idsOfOneAnnouncement) });
    }
  }

  /** Tells the open pages of one member alone, after the commit; records nothing. */
  tell(type: EventName, ids: string[], memberId: string): void {
    const { actor, announcements } = unit();
    announcements.push({ agencyId: actor.agencyId, type, ids, only: memberId });
  }
}

const recordOnly = `insert into event (type, actor_id, actor_kind, candidate_id, organization_id, search_id, subject_id, visibility, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Nothing is read back: the role of sign-in may write events and not see them. */
const recordAndAnnounce = `with fresh as (select uuidv7() as id), recorded as (
    insert into event (id, type, actor_id, actor_kind, candidate_id, organization_id, search_id, subject_id, visibility, data)
    select id, $1::text, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::jsonb from fresh)
  insert into outbox (event_id, type) select id, $1 from fresh`;

const recordAllOnly = `insert into event (type, actor_id, actor_kind, candidate_id, organization_id, search_id, subject_id, visibility, data)
  select $1, $2, $3, r."candidateId", r."organizationId", r."searchId", r."subjectId", r.visibility, r.data
  from jsonb_to_recordset($4::jsonb) as r ("candidateId" uuid, "organizationId" uuid, "searchId" uuid, "subjectId" uuid, visibility text, data jsonb)`;

const recordAllAndAnnounce = `with recorded as (${recordAllOnly} returning id, type)
  insert into outbox (event_id, type) select id, type from recorded`;

/** A message of the database holds so many ids with room to spare. */
const idsOfOneAnnouncement = 100;

/** Who sees the event. Data that its type does not name is a fault. */
function visibilityOf(type: EventName, about: About, data: Record<string, unknown>): string {
  const { visibility, data: keys } = eventType(type);
  const stray = Object.keys(data).find((key) => !keys.includes(key));
  if (stray !== undefined) throw new Error(`an event ${type} has no ${stray}`);
  return about.visibility === 'private' ? 'private' : visibility;
}

function idsOf(type: EventName, about: About): Record<'candidateId' | 'organizationId' | 'searchId', string | null> {
  const own = owners.get(type.slice(0, type.indexOf('.')));
  return {
    candidateId: own === 'candidateId' ? about.id : (about.candidateId ?? null),
    organizationId: own === 'organizationId' ? about.id : (about.organizationId ?? null),
    searchId: own === 'searchId' ? about.id : (about.searchId ?? null),
  };
}
