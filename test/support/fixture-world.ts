import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Agency, Member } from './agency.js';
import type { Catalogue, Column, Table } from './catalogue.js';

export type Values = Record<string, unknown>;
export type Row = Values & { id: string };

type Recipe = { readonly table?: string; readonly values: (family: Family) => Values | Promise<Values> };

const word = (): string => randomUUID().slice(0, 8);

/** A currency that no other row has. */
/** Any currency but the yuan: from D to Z. */
const currency = (): string => [...randomBytes(3)].map((byte) => String.fromCharCode(68 + (byte % 23))).join('');

/** What a row needs beyond what the catalogue says: rules over several columns, kinds of one table, shapes of a text. */
const recipes: Readonly<Record<string, Recipe>> = {
  member: { values: () => ({ auth_user_id: randomUUID(), email: `${word()}@example.com`, role: 'headhunter' }) },
  invitation: {
    values: () => ({
      email: `${word()}@example.com`,
      role: 'headhunter',
      token_hash: randomUUID(),
      expires_at: ahead(),
    }),
  },
  api_key: { values: () => ({ key_hash: randomUUID(), permissions: ['me.read'] }) },
  tag: { table: 'setting', values: () => ({ kind: 'tag' }) },
  role_family: { table: 'setting', values: () => ({ kind: 'role_family' }) },
  custom_field: { values: () => ({ key: `f${word()}` }) },
  organization_successor: {
    values: async (family) => ({ successor_id: await family.another('organization') }),
  },
  candidate_tag: { values: async (family) => ({ tag_id: await family.id('tag') }) },
  off_limits_policy: {
    values: async (family) => ({ organization_id: await family.id('organization'), covers: ['staff'] }),
  },
  document: { values: () => ({ sha256: randomBytes(32), received_sha256: randomBytes(32) }) },
  package: { values: () => ({ base_per: 'month', months: 12, currency: 'CNY' }) },
  package_grant: { values: () => ({ kind: 'rsu', units: 100 }) },
  candidacy: { values: async (family) => ({ stage_id: await family.id('stage') }) },
  stage: { values: () => ({ stage_group: 'longlist', position: 0 }) },
  pipeline_stage: { values: () => ({ stage_group: 'longlist', position: 0 }) },
  ladder_step: { values: () => ({ position: randomInt(1_000_000_000) }) },
  note: { values: async (family) => ({ candidate_id: await family.id('candidate'), visibility: 'agency' }) },
  note_edit: { values: () => ({ visibility: 'agency' }) },
  task: { values: async (family) => ({ candidate_id: await family.id('candidate') }) },
  recent: { values: async (family) => ({ candidate_id: await family.id('candidate') }) },
  contact_log: { values: async (family) => ({ candidate_id: await family.id('candidate') }) },
  poaching_attempt: { values: () => ({ state: 'in_conversation' }) },
  exchange_rate: { values: () => ({ from_currency: currency(), to_currency: 'CNY', rate: 7 }) },
  offer: { values: () => ({ approved_by: 'Someone', approved_on: '2025-01-15' }) },
  counteroffer: { table: 'rival_offer', values: () => ({ kind: 'counteroffer' }) },
  competing_offer: { table: 'rival_offer', values: () => ({ kind: 'competing_offer' }) },
  offered_package: {
    table: 'package',
    values: async (family) => ({
      kind: 'offered',
      offer_id: await family.id('offer'),
      base_per: 'year',
      currency: 'CNY',
    }),
  },
  fee: { values: () => ({ kind: 'fixed', fixed_amount: 90_000, currency: 'CNY' }) },
  fee_instalment: { values: () => ({ trigger: 'accepted', state: 'due', amount: 90_000 }) },
  offer_step: { values: async (family) => ({ offer_id: await family.id('offer') }) },
  stage_entry: { values: () => ({ kind: 'added' }) },
  placement: { values: () => ({ starts_on: '2025-01-15' }) },
  submission: { values: () => ({ file_sha256: randomBytes(32) }) },
  report_template: { values: () => ({ sections: ['profile'] }) },
  pay_place: { values: () => ({ words: ['Seattle'] }) },
};

/** Words of a path whose table has another name. */
const tables: Readonly<Record<string, string>> = {
  users: 'member',
  invitations: 'invitation',
  history: 'stage_entry',
  bulk: 'bulk_change',
  'searches/team': 'member',
  overrides: 'off_limits_override',
  fees: 'fee_instalment',
  positions: 'chart_position',
  'searches/contacts': 'contact',
};

/** The recipe or table whose row `{param}` of the path names; fails where nothing says so. */
export function tableOfParam(path: string, param: string, catalogue: Catalogue): string {
  const parts = path.split('/');
  const at = parts.indexOf(`{${param}}`);
  const word = parts[at - 1] ?? '';
  const above = parts.slice(0, at - 1).findLast((_, index, all) => all[index + 1]?.startsWith('{')) ?? '';
  const own = singular(word);
  const found = [tables[`${above}/${word}`], tables[word], own, `${singular(above)}_${own}`].find(
    (name) => name !== undefined && (name in recipes || catalogue.has(name)),
  );
  if (found === undefined)
    throw new Error(`say in test/support/fixture-world.ts which table {${param}} of ${path} names`);
  return found;
}

/** One full set of rows that hang together, made when first asked for: a candidacy is one of this candidate in this search. */
export class Family {
  private readonly made = new Map<string, Promise<Row>>();

  constructor(
    readonly agency: Agency,
    readonly acting: Member,
    private readonly catalogue: Catalogue,
    private readonly preset: Readonly<Record<string, Values>> = {},
  ) {}

  /** The family's row of this table or recipe. */
  row(name: string): Promise<Row> {
    let row = this.made.get(name);
    if (!row) {
      row = this.make(name);
      this.made.set(name, row);
    }
    return row;
  }

  async id(name: string): Promise<string> {
    return (await this.row(name)).id;
  }

  /** The id of a row of another family of the same agency. */
  another(name: string): Promise<string> {
    return this.sibling().id(name);
  }

  /** A family of the same agency and member that shares nothing with this one. */
  sibling(): Family {
    return new Family(this.agency, this.acting, this.catalogue, this.preset);
  }

  /** What the family has made so far, by table. */
  async rows(): Promise<{ table: string; row: Row }[]> {
    const named = [...this.made].map(async ([name, row]) => ({ table: tableOf(name), row: await row }));
    return Promise.all(named);
  }

  private async make(name: string): Promise<Row> {
    const table = this.catalogue.get(tableOf(name));
    if (!table) throw new Error(`there is no table for ${name}`);
    const values: Values = { ...(await recipes[name]?.values(this)), ...this.preset[name] };
    for (const key of table.foreignKeys) await this.fillReference(table, key, values);
    for (const column of table.columns) {
      if (!column.notNull || column.defaulted || column.generated || column.name in values) continue;
      if (column.name !== 'agency_id') values[column.name] = plain(column);
    }
    return this.agency.insert<Row>(table.name, values);
  }

  private async fillReference(table: Table, key: Table['foreignKeys'][number], values: Values): Promise<void> {
    const own = key.columns.flatMap((name, index) => (name === 'agency_id' ? [] : [{ name, index }]));
    const needed = own.filter(({ name }) => {
      const column = table.columns.find((one) => one.name === name);
      return column?.notNull && !column.defaulted && !(name in values);
    });
    if (needed.length === 0) return;
    const parent = key.target === 'member' ? { id: this.acting.id } : await this.row(key.target);
    for (const { name, index } of needed) values[name] = (parent as Values)[key.targetColumns[index] ?? ''];
  }
}

/** The table behind a recipe's name. */
export function tableOf(name: string): string {
  return recipes[name]?.table ?? name;
}

/** A value that a column takes when nothing more is known of it. */
function plain({ type, name, words }: Column): unknown {
  if (words[0] !== undefined) return words[0];
  if (type === 'uuid') return randomUUID();
  if (type === 'date') return '2025-01-15';
  if (type.startsWith('timestamp')) return new Date(Date.now() - 3_600_000);
  if (type === 'boolean') return false;
  if (type === 'jsonb') return {};
  if (type === 'bytea') return Buffer.from(word());
  if (type.endsWith('[]')) return [];
  if (/^(integer|bigint|numeric)/.test(type)) return 1;
  return name === 'currency' ? 'CNY' : `${name.replaceAll('_', ' ')} ${word()}`;
}

function ahead(): Date {
  return new Date(Date.now() + 86_400_000);
}

function singular(word: string): string {
  const name = word.replaceAll('-', '_');
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (name.endsWith('ches') || name.endsWith('ses')) return name.slice(0, -2);
  return name.endsWith('s') ? name.slice(0, -1) : name;
}
