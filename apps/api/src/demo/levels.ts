import { levelKey } from '@domain/organizations/level.rules.js';
import type { Rows } from '@platform/db/bulk.js';
import { employers } from './employers.js';

/** The agency's own view: what levels are called, the first on the two lowest steps of its ladder, each other on the next step. */
const codes: Readonly<Record<string, readonly string[]>> = {
  Alibaba: ['P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  'Ant Group': ['P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  Tencent: ['T8', 'T9', 'T10', 'T11', 'T12', 'T13'],
  Google: ['L3', 'L4', 'L5', 'L6', 'L7', 'L8'],
  Amazon: ['L4', 'L5', 'L6', 'L7', 'L8', 'L10'],
  Meta: ['E3', 'E4', 'E5', 'E6', 'E7', 'E8'],
};

const parents = new Map(employers.map(({ name, parent }) => [name, parent]));

/** What the grade (0 to 4) of a career is called at the employer; undefined where the agency keeps no list of its levels. */
export function levelAt(employer: string, grade: number): string | undefined {
  return (codes[employer] ?? codes[parents.get(employer) ?? ''])?.[grade + 1];
}

/** The levels of these organizations on a ladder of these steps, from the lowest; none where it is shorter than they need. */
export function levelRows(organizations: readonly { id: string; name: string }[], steps: readonly string[]): Rows {
  return organizations.flatMap(({ id, name }) =>
    (codes[name] ?? []).flatMap((code, position) => {
      const [from, to] = [steps[position === 0 ? 0 : position + 1], steps[position + 1]];
      if (from === undefined || to === undefined) return [];
      const span = { from_step_id: from, to_step_id: to };
      return [{ organization_id: id, code, code_key: levelKey(code), ...span, position }];
    }),
  );
}
