import { describe, expect, it } from '@jest/globals';
import { exportsAnHour, exportStates } from './export.js';
import { exportAbilities, exportFilters, exportTransitions, whyNotColumns, whyNotOneMore } from './export.rules.js';
import { permissionsOf, type Actor } from '../access/policy.js';
import { whyNotPass } from '../transitions.js';

const actor: Actor = {
  kind: 'member',
  agencyId: 'a',
  memberId: 'm',
  sessionId: null,
  name: 'Hanna',
  role: 'headhunter',
  clientId: null,
  timeZone: 'UTC',
  permissions: permissionsOf('headhunter', null),
};

describe('an export', () => {
  it('leaves out people whose notice is overdue, unless they are asked for', () => {
    expect(exportFilters({ city: 'Ulm', noticeOverdue: true }, false)).toEqual({ city: 'Ulm', noticeOverdue: false });
    expect(exportFilters({ city: 'Ulm' }, true)).toEqual({ city: 'Ulm' });
  });

  it('is canceled until it ends, and never after', () => {
    const open = exportStates.filter((state) => !whyNotPass(exportTransitions.cancel, state, 'export.state'));
    expect(open).toEqual(['queued', 'running']);
    expect(exportAbilities(actor, 'running', false)).toEqual(['cancel']);
    expect(exportAbilities(actor, 'done', true)).toEqual(['download']);
    expect(exportAbilities(actor, 'done', false)).toEqual([]);
  });

  it('is asked for twenty times an hour, and the next one is told when', () => {
    const now = new Date('2026-03-31T10:00:00Z');
    const at = (minute: number): string => new Date(Date.parse('2026-03-31T09:10:00Z') + minute * 60_000).toISOString();
    const recent = Array.from({ length: exportsAnHour }, (_, index) => at(index));
    expect(whyNotOneMore(recent.slice(1), now)).toBeUndefined();
    expect(whyNotOneMore(recent, now)).toMatchObject({ code: 'rate.exceeded', facts: { retryAfter: 600 } });
    expect(whyNotOneMore([at(-5), ...recent], now)).toMatchObject({ facts: { retryAfter: 600 } });
  });

  it('names the column that is not there', () => {
    expect(whyNotColumns(['id', 'city'], ['city', 'id'])).toBeUndefined();
    expect(whyNotColumns(['id', 'pay'], ['city', 'id'])).toMatchObject({
      facts: { errors: [{ pointer: '/columns/1' }] },
    });
  });
});
