import { addDays } from '@domain/day.js';
import type { Ground, Person, Tables } from './people.js';
import type { Random } from './random.js';

/** Makes some off-limits policies and an override, on nobody who stands in a search: `busy` are those who do. */
export function restrictions(
  random: Random,
  ground: Ground,
  made: readonly Person[],
  busy: ReadonlySet<string>,
): Tables {
  const tables: Tables = { off_limits_policy: [], off_limits_override: [], event: [] };
  const createdBy = ground.members[0] ?? null;
  const startsOn = addDays(ground.today, -60);
  const add = (values: Record<string, unknown>): void => {
    const id = random.id(Date.parse(`${startsOn}T08:00:00Z`));
    tables['off_limits_policy']?.push({
      id,
      organization_id: null,
      candidate_id: null,
      level: 'block',
      with_children: true,
      covers: [],
      protects_id: null,
      starts_on: startsOn,
      ends_on: null,
      note: null,
      created_by: createdBy,
      created_at: `${startsOn}T08:00:00Z`,
      ...values,
    });
    tables['event']?.push({
      at: `${startsOn}T08:00:00Z`,
      type: 'off-limits.policy-added',
      actor_id: createdBy,
      actor_kind: 'member',
      organization_id: values['organization_id'] ?? null,
      candidate_id: values['candidate_id'] ?? null,
      subject_id: id,
      visibility: 'agency',
      data: { level: values['level'] ?? 'block', reason: values['reason'] },
    });
  };
  const employers = new Set(made.filter(({ id }) => busy.has(id)).map(({ employerId }) => employerId));
  const idle = made.filter(({ id }) => !busy.has(id));
  const quiet = ground.organizations.find(
    ({ id, kind }) => kind === 'company' && !employers.has(id) && idle.some(({ employerId }) => employerId === id),
  );
  if (quiet) {
    add({
      organization_id: quiet.id,
      covers: ['staff'],
      reason: 'court_order',
      ends_on: addDays(ground.today, 120),
      note: 'Interim order of the court; our counsel tells when it is lifted.',
    });
  }
  const watched = ground.organizations.find(({ id, kind }) => kind === 'company' && employers.has(id));
  if (watched) {
    add({
      organization_id: watched.id,
      covers: ['staff', 'placed'],
      level: 'warn',
      reason: 'own_decision',
      note: 'We talk about a first mandate; ask the lead before you call anyone there.',
    });
  }
  const [first, second] = idle;
  if (first) add({ candidate_id: first.id, reason: 'own_decision', note: 'Advises one of our clients.' });
  if (second && createdBy !== null) {
    add({ candidate_id: second.id, reason: 'client_agreement', note: 'Named by the client as key staff.' });
    const at = `${addDays(ground.today, -5)}T09:00:00Z`;
    const id = random.id(Date.parse(at));
    tables['off_limits_override']?.push({
      id,
      candidate_id: second.id,
      search_id: null,
      reason: 'The client released them in writing last week.',
      member_id: createdBy,
      given_on: at.slice(0, 10),
      created_at: at,
    });
    tables['event']?.push({
      at,
      type: 'off-limits.overridden',
      actor_id: createdBy,
      actor_kind: 'member',
      organization_id: null,
      candidate_id: second.id,
      subject_id: id,
      visibility: 'agency',
      data: {},
    });
  }
  return tables;
}
