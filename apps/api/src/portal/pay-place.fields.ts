import { shippedPayPlaces } from '@domain/portal/pay-place.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const payPlaceFields = {
  id: { sql: 'p.id', type: 'id' },
  shipped: { sql: 'p.shipped', type: 'text', filter: 'equals', nullable: true, words: shippedPayPlaces },
  name: { sql: 'p.name', type: 'text', sort: true },
  words: { sql: 'p.words', type: 'json' },
  banned: { sql: 'p.banned', type: 'flag', filter: 'equals' },
  createdAt: { sql: 'p.created_at', type: 'time' },
  updatedAt: { sql: 'p.updated_at', type: 'time' },
  version: { sql: 'p.version', type: 'int' },
} as const satisfies Fields;

export const payPlaceList: ListSpec = {
  name: 'pay-places',
  from: 'pay_place p',
  alias: 'p',
  fields: payPlaceFields,
  defaultSort: 'name',
};
