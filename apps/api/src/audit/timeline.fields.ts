import { eventTypes } from '@domain/events.js';
import type { ListSpec } from '@platform/lists/fields.js';

/** Where an entry of a timeline comes from. */
export const entryKinds = ['event', 'note', 'contact', 'stage'] as const;

/** The parameters of a timeline; its entries come from four tables, so its statement is its own. */
export const timelineList: ListSpec = {
  name: 'timeline',
  from: '',
  alias: 't',
  fields: {
    at: { sql: 't.at', type: 'time', sort: true },
    kind: { sql: 't.kind', type: 'text', filter: 'equals', words: entryKinds },
    type: { sql: 't.type', type: 'text', filter: 'equals', words: Object.keys(eventTypes) },
  },
  filters: {
    atFrom: { type: 'time', sql: (value) => `t.at >= (${value})[1]`, description: 'From here on' },
    atTo: { type: 'time', sql: (value) => `t.at <= (${value})[1]`, description: 'Up to here' },
  },
  defaultSort: '-at',
};
