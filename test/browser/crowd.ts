import type { Agency } from '../support/agency.js';

/** Adds people named `Person 00000` and on, in one statement. */
export async function addPeople(agency: Agency, count: number, city = 'Zürich'): Promise<void> {
  await agency.world.owner.query(
    `insert into candidate (agency_id, display_name, city)
      select $1, 'Person ' || lpad(n::text, 5, '0'), $3 from generate_series(0, $2::int - 1) n`,
    [agency.id, count, city],
  );
  await agency.world.owner.query('analyze candidate');
}

/** Puts the people that were added on the longlist of a new search, in the order of their names; answers its board. */
export async function addBoard(agency: Agency, title: string): Promise<string> {
  const search = await agency.search({ title });
  await agency.world.owner.query(
    `with placed as (
      insert into candidacy (agency_id, search_id, candidate_id, stage_id, rank)
        select agency_id, $2, id, $3, 'V' || right(display_name, 5) from candidate
          where agency_id = $1 and display_name like 'Person %'
        returning agency_id, id, search_id, candidate_id, stage_id)
      insert into stage_entry (agency_id, candidacy_id, search_id, candidate_id, kind, to_stage_id, to_group, occurred_at)
        select agency_id, id, search_id, candidate_id, 'added', stage_id, 'longlist', now() from placed`,
    [agency.id, search.id, search.stages[0]],
  );
  return `/searches/${search.id}/board`;
}
