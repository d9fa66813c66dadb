import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const exchangeRateFields = {
  id: { sql: 'x.id', type: 'id' },
  from: { sql: 'x.from_currency', type: 'text', filter: 'equals' },
  to: { sql: 'x.to_currency', type: 'text', filter: 'equals' },
  on: { sql: 'x.rate_on', type: 'day', filter: 'range', sort: 'x.rate_on' },
  rate: { sql: 'trim_scale(x.rate)::text', type: 'text' },
  source: { sql: 'x.source', type: 'text' },
  updatedAt: { sql: 'x.updated_at', type: 'time' },
  version: { sql: 'x.version', type: 'int' },
} as const satisfies Fields;

export const exchangeRateList: ListSpec = {
  name: 'exchange-rates',
  from: 'exchange_rate x',
  alias: 'x',
  fields: exchangeRateFields,
  defaultSort: '-on',
};
