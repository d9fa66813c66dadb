import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportFormats, exportReports, exportsAnHour, exportStates, formulaStarts, reportTerms } from './export.js';
import {
  exportAbilities,
  exportFilters,
  exportTransitions,
  inert,
  whyNotColumns,
  whyNotFormat,
  whyNotOneMore,
  whyNotTold,
} from './export.rules.js';
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

  it('comes in the formats of its report alone', () => {
    const come = exportReports.map((report) => exportFormats.filter((format) => !whyNotFormat(report, format)));
    expect(come).toEqual(exportReports.map((report) => [...reportTerms[report].formats]));
    expect(whyNotFormat('comparison', 'csv')).toMatchObject({
      code: 'export.format',
      facts: { errors: [{ pointer: '/format', message: 'must be one of xlsx, pdf' }] },
    });
  });

  it('waits for the notice of its person, unless they are asked for', () => {
    const late = { noticeDueOn: '2026-03-30', noticedOn: null };
    expect(whyNotTold(late, false, '2026-03-31')).toMatchObject({ facts: { dueOn: '2026-03-30' } });
    expect(whyNotTold(late, true, '2026-03-31')).toBeUndefined();
    expect(whyNotTold(late, false, '2026-03-30')).toBeUndefined();
    expect(whyNotTold({ ...late, noticedOn: '2026-03-31' }, false, '2026-03-31')).toBeUndefined();
    expect(whyNotTold({ noticeDueOn: null, noticedOn: null }, false, '2026-03-31')).toBeUndefined();
  });

  it('holds no text that a program takes for a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(...formulaStarts).chain((start) => fc.string().map((rest) => start + rest)),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(formulaStarts.some((start) => inert(any).startsWith(start))).toBe(false);
        expect(inert(any).endsWith(any)).toBe(true);
      }),
    );
  });

  it('names the column that is not there', () => {
    expect(whyNotColumns(['id', 'city'], ['city', 'id'])).toBeUndefined();
    expect(whyNotColumns(['id', 'pay'], ['city', 'id'])).toMatchObject({
      facts: { errors: [{ pointer: '/columns/1' }] },
    });
  });
});
