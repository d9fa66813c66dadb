import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addDays } from '@domain/day.js';
import type { Family, Values } from './fixture-world.js';

/** What an operation needs beyond its example so that it succeeds: the state its rows are in, or ids that belong together. */
export type Adjustment = {
  /** Values of the family's rows, by table. */
  readonly rows?: Readonly<Record<string, Values>>;
  /** Makes further rows that the operation needs. */
  readonly before?: (family: Family) => Promise<unknown>;
  /** Laid over the example of the body. */
  readonly body?: (family: Family) => Values | Promise<Values>;
  /** The file of a multipart body and its fields, where it is not that of an import. */
  readonly upload?: string;
  /** Laid over the required parameters of the query. */
  readonly query?: (family: Family) => Record<string, string> | Promise<Record<string, string>>;
};

/** What stands between the parts of an upload. */
export const boundary = 'between-parts';
const smallPdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';

/** A second stage of the search, made when it is first asked for. */
async function otherStage(family: Family): Promise<string> {
  const { agency } = family;
  const search = { search_id: await family.id('search'), name: 'Another', stage_group: 'longlist', position: 1 };
  const { rows } = await agency.world.owner.query<{ id: string }>(
    'select id from stage where search_id = $1 and name = $2',
    [search.search_id, search.name],
  );
  return rows[0]?.id ?? (await agency.insert('stage', search)).id;
}

/** A file and its fields as a browser uploads them. */
export function multipart(fileName: string, content: string, fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    `--${boundary}`,
    `content-disposition: form-data; name="${name}"`,
    '',
    value,
  ]);
  const file = [`--${boundary}`, `content-disposition: form-data; name="file"; filename="${fileName}"`, '', content];
  return [...parts, ...file, `--${boundary}--`, ''].join('\r\n');
}

/** An upload with one field more, before the others. */
export function withPart(payload: string, name: string, value: string): string {
  return [`--${boundary}`, `content-disposition: form-data; name="${name}"`, '', value, payload].join('\r\n');
}

/** The one byte of the family's document. */
async function keptFile(family: Family): Promise<void> {
  const folder = join(family.agency.world.config.dataDir, 'files', family.agency.id, 'documents');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, await family.id('document')), 'x');
}

/** The one byte of the family's report. */
async function keptReport(family: Family): Promise<void> {
  const folder = join(family.agency.world.config.dataDir, 'files', family.agency.id, 'submissions');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, await family.id('submission')), 'x');
}

/** The first step of the family's offer, before the one that the member made. */
async function offerBegun(family: Family): Promise<void> {
  const { id, offer_id } = await family.row('offer_step');
  const { owner } = family.agency.world;
  await owner.query('update offer_step set member_id = $1 where id = $2', [family.acting.id, id]);
  const first = { to_state: 'draft', occurred_at: '2025-01-01T00:00:00Z' };
  await family.agency.insert('offer_step', { id: `00000000-0000-7000-8000-${id.slice(24)}`, offer_id, ...first });
}

/** A day that no other rate of the pair has. */
const anyDay = (): string => addDays('2000-01-01', Math.floor(Math.random() * 9000));

/** Operations whose plain example is refused by a rule. */
export const adjustments: Readonly<Record<string, Adjustment>> = {
  'POST /api/v1/exchange-rates': { body: () => ({ on: anyDay() }) },
  'GET /api/v1/offers/{id}/summary': {
    rows: { offer: { state: 'verbal' } },
    before: (family) => family.row('offered_package'),
  },
  'POST /api/v1/offers/{id}/acceptance': { rows: { offer: { state: 'extended' } } },
  'POST /api/v1/offers/{id}/decline': { rows: { offer: { state: 'extended' } } },
  'POST /api/v1/offers/{id}/reneging': { rows: { offer: { state: 'accepted' } } },
  'POST /api/v1/offers/{id}/rescinding': { rows: { offer: { state: 'accepted' } } },
  'POST /api/v1/offer-steps/{id}/voiding': {
    rows: { offer: { state: 'verbal' }, offer_step: { from_state: 'draft', to_state: 'verbal' } },
    before: offerBegun,
  },
  'POST /api/v1/counteroffers/{id}/refusal': { rows: { counteroffer: { state: 'received' } } },
  'POST /api/v1/counteroffers/{id}/acceptance': { rows: { counteroffer: { state: 'received' } } },
  'POST /api/v1/competing-offers/{id}/refusal': { rows: { competing_offer: { state: 'received' } } },
  'POST /api/v1/competing-offers/{id}/acceptance': { rows: { competing_offer: { state: 'received' } } },
  'GET /api/v1/candidacies/{id}/comparison': { before: (family) => family.row('offered_package') },
  'POST /api/v1/candidacies/{id}/comparison': {
    before: (family) => family.row('offered_package'),
    body: async (family) => ({ starts: [{ id: await family.id('offer'), startsOn: '2099-01-01' }] }),
  },
  'DELETE /api/v1/fees/{id}/payment': { rows: { fee_instalment: { state: 'paid', paid_on: '2026-01-02' } } },
  'PUT /api/v1/imports/{id}/mapping': { rows: { import: { format: 'csv', state: 'checked' } } },
  'POST /api/v1/imports/{id}/commit': { rows: { import: { state: 'checked' } } },
  'POST /api/v1/imports/{id}/undo': { rows: { import: { state: 'done' } } },
  'POST /api/v1/candidates/bulk/{id}/undo': { rows: { bulk_change: { state: 'done' } } },
  'GET /api/v1/exports/{id}/file': { rows: { export: { state: 'done', file_bytes: 3 } }, before: writtenExport },
  'POST /api/v1/candidates/{id}/documents': { upload: multipart('cv.pdf', smallPdf, { kind: 'cv' }) },
  'GET /api/v1/documents/{id}/file': { before: keptFile },
  'PUT /api/v1/searches/{id}/terms': {
    body: () => ({ fee: { kind: 'fixed', amount: '90000', currency: 'EUR' }, instalments: [], credits: [] }),
  },
  'POST /api/v1/notes': { body: () => ({ body: 'A text' }) },
  'POST /api/v1/searches/{id}/stages': { body: () => ({ group: 'longlist' }) },
  'DELETE /api/v1/searches/{id}/stages/{stageId}': {
    before: async (family) =>
      family.agency.insert('stage', {
        search_id: await family.id('search'),
        name: 'Another',
        stage_group: 'longlist',
        position: 1,
      }),
  },
  'POST /api/v1/searches/{id}/stages/{stageId}/removal': {
    before: (family) => family.row('candidacy'),
    body: async (family) => ({ toStageId: await otherStage(family) }),
  },
  'POST /api/v1/searches/{id}/resumption': { rows: { search: { state: 'on_hold' } } },
  'DELETE /api/v1/searches/{id}/closure': { rows: { search: { state: 'closed', closing_reason: 'lost' } } },
  'POST /api/v1/searches/{id}/candidacies': { before: (family) => family.row('stage') },
  'DELETE /api/v1/searches/{id}/team/{memberId}': { before: (family) => joined(family, 'search_member', 'member') },
  'DELETE /api/v1/searches/{id}/contacts/{contactId}': {
    before: (family) => joined(family, 'search_contact', 'contact', { role: 'hr' }),
  },
  'POST /api/v1/candidacies/{id}/moves': {
    body: async (family) => ({
      stageId: (
        await family.agency.insert('stage', {
          search_id: await family.id('search'),
          name: 'Contacted',
          stage_group: 'contacted',
          position: ++places,
        })
      ).id,
    }),
  },
  'POST /api/v1/candidacies/{id}/reopening': {
    rows: { candidacy: { exited_at: '2026-01-02T00:00:00Z', exit_party: 'candidate', exit_reason: 'pay' } },
  },
  'POST /api/v1/candidacies/{id}/placement': { rows: { stage: { stage_group: 'accepted' } } },
  'POST /api/v1/placements/{id}/guarantee-passing': {
    rows: { placement: { state: 'started', started_on: '2025-01-15' } },
  },
  'POST /api/v1/placements/{id}/falling-off': { rows: { placement: { state: 'started', started_on: '2025-01-15' } } },
  'POST /api/v1/placements/{id}/outcome': {
    rows: {
      placement: { state: 'fell_off', started_on: '2025-01-15', left_on: '2025-02-01', left_by: 'client' },
    },
  },
  'POST /api/v1/history/{id}/voiding': { rows: { stage_entry: { kind: 'moved' } }, before: twoSteps },
  'POST /api/v1/candidates/{id}/covenants': { body: () => ({ binds: 'all', organizationIds: [] }) },
  'PATCH /api/v1/candidates/{candidateId}/covenants/{id}': { body: () => ({ binds: 'all', organizationIds: [] }) },
  'DELETE /api/v1/candidates/{id}/publications/{publicationId}': {
    before: async (family) =>
      family.agency.insert('authorship', {
        candidate_id: await family.id('candidate'),
        publication_id: await family.id('publication'),
        position: 1,
      }),
  },
  'GET /api/v1/poaching-attempts/response-rate': {
    query: () => ({ by: 'hook', from: '2026-01-01', to: '2026-12-31' }),
  },
  'POST /api/v1/poaching-attempts/{id}/outcome': { before: conversed },
  'POST /api/v1/attempt-words/{id}/voiding': { before: conversed },
  'POST /api/v1/off-limits/overrides': { before: blocked },
  'POST /api/v1/call-lists': { before: (family) => family.row('candidate') },
  'DELETE /api/v1/call-lists/{id}/entries/{entryId}/skipping': { rows: { call_list_entry: { state: 'skipped' } } },
  'PUT /api/v1/organizations/{id}/chart/candidates/{candidateId}/manager': { before: employed },
  'GET /api/v1/submissions/{id}/report': { rows: { submission: { file_bytes: 1 } }, before: keptReport },
  'DELETE /api/v1/submissions/{id}/answer': {
    rows: { submission: { answered_on: '2026-01-02', known_source: 'Career page' } },
  },
  'DELETE /api/v1/candidates/{id}/package': { before: (family) => family.row('package') },
};

/** The file of the family's export. */
async function writtenExport(family: Family): Promise<void> {
  const { id } = await family.row('export');
  const path = join(family.agency.world.config.dataDir, 'files', family.agency.id, `export-${id}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'a,b');
}

let places = 1;

/** Puts the family's row on its search. */
async function joined(family: Family, table: string, name: string, values: Values = {}): Promise<unknown> {
  const own = { search_id: await family.id('search'), [`${name}_id`]: await family.id(name) };
  return family.agency.insert(table, { ...own, ...values });
}

/** Has the family's candidate work at its organization now. */
async function employed(family: Family): Promise<void> {
  const [candidateId, organizationId] = [await family.id('candidate'), await family.id('organization')];
  const own = { candidate_id: candidateId, organization_id: organizationId, type: 'employment' };
  const affiliation = await family.agency.insert('affiliation', own);
  await family.agency.world.owner.query(
    'update candidate set current_organization_id = $1, current_affiliation_id = $2 where agency_id = $3 and id = $4',
    [organizationId, affiliation.id, family.agency.id, candidateId],
  );
}

/** Has the family's attempt begun with a talk; its word is the member's. */
async function conversed(family: Family): Promise<void> {
  const { owner } = family.agency.world;
  const { id, candidate_id: candidateId } = await family.row('poaching_attempt');
  await owner.query(`update poaching_attempt set last_at = '2025-01-01T00:00:00Z' where id = $1`, [id]);
  await family.agency.insert('contact_log', {
    attempt_id: id,
    candidate_id: candidateId,
    channel: 'phone',
    direction: 'outbound',
    outcome: 'talked',
    occurred_at: '2025-01-01T00:00:00Z',
    member_id: family.acting.id,
  });
}

/** Has a policy block the family's candidate. */
async function blocked(family: Family): Promise<unknown> {
  const policy = { level: 'block', reason: 'own_decision', starts_on: '2025-01-15' };
  return family.agency.insert('off_limits_policy', { ...policy, candidate_id: await family.id('candidate') });
}

/** The first step before the family's own, which the member made. */
async function twoSteps(family: Family): Promise<void> {
  const { id, ...step } = await family.row('stage_entry');
  const { owner } = family.agency.world;
  await owner.query('update stage_entry set member_id = $1 where id = $2', [family.acting.id, id]);
  await family.agency.insert('stage_entry', {
    id: `00000000-0000-7000-8000-${id.slice(24)}`,
    candidacy_id: step['candidacy_id'],
    search_id: step['search_id'],
    candidate_id: step['candidate_id'],
    kind: 'added',
    to_stage_id: await family.id('stage'),
    occurred_at: '2025-01-01T00:00:00Z',
  });
}
