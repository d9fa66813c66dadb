import { attemptOf } from './attempts.js';
import { cityIn } from './careers.js';
import { type InstalmentTrigger, searchTypes, type SearchType } from '@domain/searches/search.js';
import type { ExitParty, ExitReason } from '@domain/candidacies/exit-reasons.js';
import { addDays } from '@domain/day.js';
import { personName } from './names.js';
import type { Ground, Person, Tables } from './people.js';
import type { Random } from './random.js';
import { fields } from './research.js';

/** A stage of the agency's default pipeline, copied into each search. */
export type StageTemplate = { name: string; group: string; position: number };

/** The least of a search that its candidacies need. */
type Mandate = {
  id: string;
  openedOn: string;
  state: string;
  stages: { id: string; group: string }[];
  leadId: string;
  fieldIndex: number;
};

const states = [
  ['open', 60],
  ['on_hold', 10],
  ['filled', 15],
  ['closed', 15],
] as const;

/** When how much of a fee is due, by how the client hires the agency. */
const agreedOn: Record<SearchType, readonly (readonly [InstalmentTrigger, number])[]> = {
  retained: [
    ['start', 33.333],
    ['slate', 33.333],
    ['accepted', 33.334],
  ],
  retingency: [
    ['start', 25],
    ['started', 75],
  ],
  exclusive: [
    ['accepted', 70],
    ['guarantee_passed', 30],
  ],
  contingency: [['started', 100]],
};

const exits: readonly (readonly [ExitParty, ExitReason])[] = [
  ['client', 'skills'],
  ['client', 'another_candidate_chosen'],
  ['candidate', 'not_interested'],
  ['candidate', 'counteroffer_accepted'],
  ['candidate', 'competing_offer_accepted'],
  ['candidate', 'unvested_equity_too_large'],
  ['agency', 'seniority'],
];

/**
 * Makes a search of some client with its stages, targets, team and `size` candidacies, each with its whole stage log. Nobody is
 * taken who works for a client in `agreed`; where the search `agrees`, its own client is one.
 */
export function mandate(
  random: Random,
  ground: Ground,
  stages: readonly StageTemplate[],
  pool: readonly Person[],
  size: number,
  agreed: Set<string>,
  agrees: boolean,
): Tables {
  const tables: Tables = {
    contact: [],
    search: [],
    search_hold: [],
    search_instalment: [],
    search_credit: [],
    stage: [],
    search_member: [],
    search_contact: [],
    target: [],
    candidacy: [],
    stage_entry: [],
    placement: [],
    poaching_attempt: [],
    contact_log: [],
    task: [],
    event: [],
  };
  const made = open(random, ground, stages, tables, agrees ? agreed : undefined);
  const known = pool.filter(({ createdAt }) => createdAt.slice(0, 10) < made.openedOn);
  const fitting = known.filter((person) => person.fieldIndex === made.fieldIndex);
  const isFree = ({ employerId }: Person): boolean => employerId === null || !agreed.has(employerId);
  const chosen = random.some(fitting.length >= size ? fitting : known, size);
  const others = known.filter((person) => isFree(person) && !chosen.includes(person)).values();
  chosen
    .map((person) => (isFree(person) ? person : others.next().value))
    .forEach((person, index) => person && candidacy(random, ground, made, person, index, tables));
  return tables;
}

function open(
  random: Random,
  ground: Ground,
  stages: readonly StageTemplate[],
  tables: Tables,
  agreements?: Set<string>,
): Mandate {
  const clients = ground.organizations.filter(({ kind }) => kind === 'company');
  const client = random.pick(clients);
  const fieldIndex = random.whole(0, fields.length - 1);
  const field = fields[fieldIndex] as (typeof fields)[number];
  const state = random.weighted(states);
  const openedOn = addDays(ground.today, -random.whole(20, 300));
  const id = random.id(Date.parse(`${openedOn}T08:00:00Z`));
  const leadId = random.pick(ground.members);
  const currency = client.country === 'China' ? 'CNY' : 'USD';
  const low = currency === 'CNY' ? random.whole(8, 15) * 100_000 : random.whole(3, 6) * 100_000;
  const title = `${random.pick(['Head of', 'Lead,', 'Principal Scientist,', 'Research Scientist,', 'Staff Engineer,'])} ${field.family}`;
  const type = random.pick(searchTypes);
  tables['search']?.push({
    id,
    organization_id: client.id,
    title,
    type,
    state,
    role_family_id: ground.roleFamilies.get(field.family) ?? null,
    city: random.chance(0.5) ? client.city : (cityIn(random, client.country) ?? client.city),
    country: client.country,
    openings: random.weighted([
      [1, 6],
      [2, 3],
      [4, 1],
    ] as const),
    brief: `${client.name} builds its ${field.family.toLowerCase()} team and looks for people who have done it at scale.`,
    must_haves: random.some(field.areas, 2).join(', '),
    band_low: low,
    band_high: low * 2,
    band_currency: currency,
    fee_kind: 'rate',
    fee_rate: random.pick([20, 25, 28, 30]),
    fee_basis: random.pick(['annual_cash', 'first_year_total']),
    fee_currency: currency,
    guarantee_days: random.pick([60, 90, 180]),
    guarantee_kind: random.pick(['replacement', 'refund_pro_rata']),
    protection_months: 12,
    off_limits_organization_id: agreements ? client.id : null,
    off_limits_months: agreements ? 12 : null,
    lead_id: leadId,
    opened_on: openedOn,
    closed_on: state === 'closed' || state === 'filled' ? addDays(ground.today, -random.whole(1, 18)) : null,
    closing_reason:
      state === 'closed' ? random.pick(['filled_by_client', 'filled_by_other_agency', 'canceled', 'lost']) : null,
    created_at: `${openedOn}T08:00:00Z`,
    updated_at: `${addDays(ground.today, -random.whole(0, 15))}T10:00:00Z`,
  });
  if (state === 'on_hold')
    tables['search_hold']?.push({
      search_id: id,
      held_on: addDays(ground.today, -random.whole(1, 15)),
      resumed_on: null,
      reason: 'The client waits for its funding round.',
    });
  const own = stages.map(({ name, group, position }) => {
    const stageId = random.id(Date.parse(`${openedOn}T08:00:01Z`) + position);
    tables['stage']?.push({ id: stageId, search_id: id, name, stage_group: group, position });
    return { id: stageId, group };
  });
  const team = [...new Set([leadId, random.pick(ground.members)])];
  for (const memberId of team) tables['search_member']?.push({ search_id: id, member_id: memberId });
  const shares = team.length === 1 ? [100] : [60, 40];
  for (const [index, memberId] of team.entries())
    tables['search_credit']?.push({ search_id: id, member_id: memberId, share: shares[index] });
  for (const [position, [trigger, share]] of agreedOn[type].entries())
    tables['search_instalment']?.push({ search_id: id, trigger, share, due_on: null, position });
  const clientSide = ['hiring_manager', 'hr'] as const;
  for (const role of clientSide.slice(0, random.whole(1, 2))) {
    const name = personName(random);
    const contactId = random.id(Date.parse(`${openedOn}T07:59:00Z`));
    tables['contact']?.push({
      id: contactId,
      organization_id: client.id,
      name: name.display,
      native_name: name.native,
      title: role === 'hr' ? 'Talent Partner' : `Director, ${field.family}`,
      kind: role,
      email: `contact-${contactId.slice(-12)}@clients.example`,
      created_at: `${openedOn}T07:59:00Z`,
      updated_at: `${openedOn}T07:59:00Z`,
    });
    tables['search_contact']?.push({ search_id: id, contact_id: contactId, role });
  }
  for (const target of random.some(ground.organizations, random.whole(4, 9))) {
    if (target.id === client.id) continue;
    tables['target']?.push({
      search_id: id,
      organization_id: target.id,
      state: random.pick(['to_map', 'mapping', 'mapped', 'exhausted']),
      owner_id: random.pick(ground.members),
    });
  }
  tables['event']?.push(
    event(`${openedOn}T08:00:00Z`, 'search.opened', leadId, {
      search_id: id,
      subject_id: id,
      organization_id: client.id,
    }),
  );
  agreements?.add(client.id);
  return { id, openedOn, state, stages: own, leadId, fieldIndex };
}

function candidacy(
  random: Random,
  ground: Ground,
  search: Mandate,
  person: Person,
  index: number,
  tables: Tables,
): void {
  const last = search.stages.length - 1;
  const placed = search.state === 'filled' && index === 0;
  const reached = placed ? last : Math.min(last - 1, Math.floor(-Math.log(1 - random.next()) * 1.6));
  const start = addDays(search.openedOn, random.whole(0, 12));
  const id = random.id(Date.parse(`${start}T09:00:00Z`) + index);
  const step = Math.max(1, Math.floor((Date.parse(ground.today) - Date.parse(start)) / 86_400_000 / (reached + 3)));
  let on = start < ground.today ? start : addDays(ground.today, -1);
  const entry = (kind: string, values: Record<string, unknown>): void => {
    const at = `${on}T${String(random.whole(8, 17)).padStart(2, '0')}:${random.whole(10, 59)}:00Z`;
    tables['stage_entry']?.push({
      id: random.id(Date.parse(at)),
      candidacy_id: id,
      search_id: search.id,
      candidate_id: person.id,
      kind,
      from_stage_id: null,
      to_stage_id: null,
      from_group: null,
      to_group: null,
      exit_party: null,
      exit_reason: null,
      occurred_at: at,
      recorded_at: at,
      member_id: search.leadId,
      ...values,
    });
  };
  const first = search.stages[0] as Mandate['stages'][number];
  entry('added', { to_stage_id: first.id, to_group: first.group });
  for (let at = 1; at <= reached; at += 1) {
    on = addDays(on, random.whole(1, step));
    const [from, to] = [
      search.stages[at - 1] as Mandate['stages'][number],
      search.stages[at] as Mandate['stages'][number],
    ];
    entry('moved', { from_stage_id: from.id, to_stage_id: to.id, from_group: from.group, to_group: to.group });
    if (at === 1) contact(random, ground, search, person, id, on, tables);
  }
  const entered = `${on}T09:30:00Z`;
  const exited = !placed && random.chance(reached === 0 ? 0.15 : 0.4);
  const stage = search.stages[reached] as Mandate['stages'][number];
  const [party, reason] = random.pick(exits);
  if (exited) {
    on = addDays(on, 1) < ground.today ? addDays(on, 1) : on;
    entry('exited', { from_stage_id: stage.id, from_group: stage.group, exit_party: party, exit_reason: reason });
  }
  tables['candidacy']?.push({
    id,
    search_id: search.id,
    candidate_id: person.id,
    role: 'candidate',
    stage_id: stage.id,
    rank: `a${index.toString(36).padStart(4, '0')}i`,
    owner_id: search.leadId,
    source: 'own_research',
    next_action:
      exited || random.chance(0.6)
        ? null
        : random.pick(['Call back', 'Send the brief', 'Prepare interview', 'Ask for references']),
    next_action_on: exited || random.chance(0.6) ? null : addDays(ground.today, random.whole(-3, 12)),
    entered_stage_at: entered,
    exited_at: exited ? `${on}T16:00:00Z` : null,
    exit_party: exited ? party : null,
    exit_reason: exited ? reason : null,
    created_at: `${start}T09:00:00Z`,
    updated_at: entered,
  });
  tables['event']?.push(
    event(`${start}T09:00:00Z`, 'candidacy.added', search.leadId, {
      candidate_id: person.id,
      search_id: search.id,
      subject_id: id,
    }),
  );
  if (placed) {
    tables['placement']?.push({
      candidacy_id: id,
      search_id: search.id,
      candidate_id: person.id,
      state: 'started',
      starts_on: addDays(ground.today, -10),
      started_on: addDays(ground.today, -10),
      guarantee_until: addDays(ground.today, 80),
    });
  }
}

function contact(
  random: Random,
  ground: Ground,
  search: Mandate,
  person: Person,
  candidacyId: string,
  on: string,
  tables: Tables,
): void {
  const outcome = random.weighted([
    ['talked', 4],
    ['interested', 3],
    ['not_now', 2],
    ['no_answer', 3],
    ['declined', 1],
  ] as const);
  const at = `${on}T09:00:00Z`;
  const contacted = {
    candidate_id: person.id,
    search_id: search.id,
    candidacy_id: candidacyId,
    channel: random.weighted([
      ['wechat', 5],
      ['phone', 3],
      ['email', 2],
      ['linkedin', 2],
      ['maimai', 1],
    ] as const),
    direction: random.chance(0.9) ? 'outbound' : 'inbound',
    outcome,
    text: random.pick([
      'Open to hear more when compute is guaranteed.',
      'Wants to stay until the next vest.',
      'Asked who would lead the team.',
      'Prefers Shanghai.',
      'Will read the brief this week.',
    ]),
    occurred_at: at,
    recorded_at: at,
    member_id: search.leadId,
  } as const;
  const { attempt, told } = attemptOf(candidacyId, contacted, person.employerId, ground.today);
  tables['poaching_attempt']?.push(attempt);
  tables['contact_log']?.push({
    ...contacted,
    ...told,
    objections: told.objections && `{${told.objections.join(',')}}`,
  });
  if (outcome === 'no_answer' || outcome === 'not_now') {
    tables['task']?.push({
      candidate_id: person.id,
      title: 'Follow up',
      kind: 'follow_up',
      due_on: addDays(on, random.whole(5, 60)),
      assignee_id: search.leadId,
      created_by: search.leadId,
    });
  }
}

function event(at: string, type: string, actor: string, ids: Record<string, unknown>): Record<string, unknown> {
  return {
    at,
    type,
    actor_id: actor,
    actor_kind: 'member',
    candidate_id: null,
    organization_id: null,
    search_id: null,
    subject_id: null,
    visibility: 'agency',
    data: {},
    ...ids,
  };
}
