import type { Ground } from './ground.js';
import type { Shot } from './load.js';

/** One piece of work as it is asked of Longlist and of the bare server. */
export type Work = { name: string; bar: number; ours: (n: number) => Shot; bare: (n: number) => Shot };

const get = (path: string): Shot => ({ method: 'GET', path });
const post = (path: string, body: unknown): Shot => ({ method: 'POST', path, body });

/** The one of `values` that request number `n` asks about. */
const turn = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

export const listPage: Work = {
  name: 'list page 1, 50 rows',
  bar: 0.6,
  ours: () => get('/api/v1/candidates'),
  bare: () => get('/list'),
};

/** A page deep in the list; `cursors` are those that Longlist gave for the pages around it. */
export function deepPage(number: number, cursors: readonly string[]): Work {
  return {
    name: `list page ${number.toLocaleString('en')} (bare: keyset)`,
    bar: 0.6,
    ours: (n) => get(`/api/v1/candidates?cursor=${turn(cursors, n)}`),
    bare: (n) => {
      const body = turn(cursors, n).split('.')[0] ?? '';
      const [key, id] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, string];
      return get(`/list/${encodeURIComponent(key)}?id=${id}`);
    },
  };
}

/** The words that are asked for: parts of names of the base, spread over it. */
export async function searches({
  owner,
  agencyId,
}: Ground): Promise<{ hit: Work; miss: Work; chinese: Work; pinyin: Work }> {
  const ask = async (text: string): Promise<string[]> =>
    (await owner.query<{ word: string }>(text, [agencyId])).rows.map(({ word }) => encodeURIComponent(word));
  const parts = await ask(
    `select distinct on (word) lower(substr(given_name, 1, 3) || '') || lower(substr(given_name, 4, 2)) as word from candidate
      where agency_id = $1 and length(given_name) >= 5 order by word limit 60`,
  );
  const characters = await ask(
    `select substr(native_name, 1 + (row_number() over (order by id))::int % 2, 1 + (row_number() over (order by id))::int / 2 % 2) as word
      from candidate where agency_id = $1 and length(native_name) = 3 order by id limit 60`,
  );
  const sounds = await ask(
    `select lower(family_name || given_name) as word from candidate
      where agency_id = $1 and length(native_name) = 3 and length(family_name || given_name) >= 6 order by id limit 60`,
  );
  const work = (name: string, bar: number, words: readonly string[], path: string): Work => ({
    name,
    bar,
    ours: (n) => get(`/api/v1/candidates?q=${turn(words, n)}`),
    bare: (n) => get(`/${path}?q=${turn(words, n)}`),
  });
  return {
    hit: work('search by part of a name', 0.7, parts, 'search'),
    miss: work('search by part of a name, no hit', 0.7, ['quxwvyz', 'zzyqxv', 'wqkjxz'], 'search'),
    chinese: work('search by 1–2 Chinese characters', 0.5, characters, 'grams'),
    pinyin: work('search by pinyin', 0.5, sounds, 'search'),
  };
}

/** A profile as its page asks for it: the person with affiliations, their candidacies, their notes; a third of the requests each. */
export async function profile({ owner, agencyId }: Ground): Promise<Work> {
  const { rows: people } = await owner.query<{ id: string }>(
    `select candidate_id as id from candidacy where agency_id = $1 group by candidate_id order by candidate_id limit 3000`,
    [agencyId],
  );
  const each = (n: number, [person, candidacies, notes]: ((id: string) => string)[]): Shot => {
    const { id } = turn(people, Math.floor(n / 3));
    return get(turn([person, candidacies, notes], n)?.(id) ?? '');
  };
  return {
    name: 'candidate with affiliations, candidacies, notes',
    bar: 0.5,
    ours: (n) =>
      each(n, [
        (id) => `/api/v1/candidates/${id}`,
        (id) => `/api/v1/candidacies?candidateId=${id}`,
        (id) => `/api/v1/notes?subjectType=candidate&subjectId=${id}`,
      ]),
    bare: (n) => each(n, [(id) => `/detail/${id}`, (id) => `/candidacies/${id}`, (id) => `/notes/${id}`]),
  };
}

/** The person alone, for what more rows cost. */
export async function person({ owner, agencyId }: Ground): Promise<Work> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from candidate where agency_id = $1 order by id limit 3000',
    [agencyId],
  );
  return {
    name: 'one candidate',
    bar: 0.5,
    ours: (n) => get(`/api/v1/candidates/${turn(rows, n).id}`),
    bare: (n) => get(`/detail/${turn(rows, n).id}`),
  };
}

export async function board({ owner, agencyId }: Ground): Promise<Work> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from search where agency_id = $1 order by id limit 60',
    [agencyId],
  );
  return {
    name: 'board of 400',
    bar: 0.8,
    ours: (n) => get(`/api/v1/searches/${turn(rows, n).id}/board`),
    bare: (n) => get(`/board/${turn(rows, n).id}`),
  };
}

export const create: Work = (() => {
  const body = (n: number): object => ({
    displayName: `Ada Bench${n}`,
    headline: 'Leads pre-training of large models',
    city: 'Zurich',
    country: 'Switzerland',
  });
  return {
    name: 'create a candidate (validated, event)',
    bar: 0.7,
    ours: (n) => post('/api/v1/candidates', body(n)),
    bare: (n) => post('/create', body(n)),
  };
})();

/** Whom no agreement, policy or placement keeps from going on: the candidate of the candidacy `c`. */
const free = `not exists (select from placement l where l.agency_id = c.agency_id and l.candidate_id = c.candidate_id)
  and not exists (select from off_limits_policy f where f.agency_id = c.agency_id and f.candidate_id = c.candidate_id)
  and not exists (with recursive inside as (
      select off_limits_organization_id as id from search where agency_id = $1 and off_limits_organization_id is not null
      union select organization_id from off_limits_policy where agency_id = $1 and organization_id is not null
      union select o.id from inside join organization o on o.agency_id = $1 and o.parent_id = inside.id)
    select from affiliation a join inside on inside.id = a.organization_id
    where a.agency_id = c.agency_id and a.candidate_id = c.candidate_id and a.ended_on is null)`;

/** Moves to another of the early stages of an open search; when all are moved, back again. */
export async function move({ owner, agencyId }: Ground): Promise<Work> {
  const { rows } = await owner.query<{ id: string; there: string; back: string }>(
    `select c.id, t.id as there, c.stage_id as back from candidacy c
      join search s on s.agency_id = c.agency_id and s.id = c.search_id and s.state = 'open'
      join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
      join stage t on t.agency_id = c.agency_id and t.search_id = c.search_id
        and t.stage_group = case g.stage_group when 'contacted' then 'qualified' else 'contacted' end
      where c.agency_id = $1 and c.exited_at is null and g.stage_group in ('longlist', 'contacted', 'qualified') and ${free}
      order by md5(c.id::text)`,
    [agencyId],
  );
  let next = 0;
  const one = (): { id: string; to: string } => {
    const { id, there, back } = turn(rows, next);
    return { id, to: Math.floor(next++ / rows.length) % 2 === 0 ? there : back };
  };
  return {
    name: 'move a candidacy (history, event)',
    bar: 0.7,
    ours: () => {
      const { id, to } = one();
      return post(`/api/v1/candidacies/${id}/moves`, { stageId: to });
    },
    bare: () => {
      const { id, to } = one();
      return post(`/move/${id}`, { stageId: to });
    },
  };
}
