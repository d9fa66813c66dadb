import type { Actor } from '../access/policy.js';
import { passable, type Transitions } from '../transitions.js';
import type { ImportState } from './import.js';
import type { ImportedIdentifier, ImportedPerson, ImportFormat } from './imported-row.js';

/** What one does with an import → where it leads. */
export const importTransitions = {
  map: { from: ['checked', 'failed', 'canceled'], to: 'uploaded', needs: 'import.run' },
  check: { from: ['uploaded', 'checking'], to: 'checking', needs: 'import.run' },
  commit: { from: ['checked'], to: 'committing', needs: 'import.run' },
  cancel: { from: ['uploaded', 'checking', 'checked', 'committing'], to: 'canceled', needs: 'import.run' },
  undo: { from: ['done', 'canceled', 'failed'], to: 'undoing', needs: 'import.run' },
} as const satisfies Transitions<ImportState>;

/** What the actor may do with an import in this state: for `abilities`. */
export function importAbilities(actor: Actor, state: ImportState, format: string): string[] {
  return passable(actor, importTransitions, state).filter(
    (name) => name !== 'check' && (name !== 'map' || format === 'csv'),
  );
}

/** How far an import is, from 0 to 1: reading counts while it is checked, rows while it is written. */
export function importProgress(state: ImportState, shareRead: number, done: number, total: number): number {
  if (state === 'checking') return Math.min(1, shareRead);
  if (state === 'committing' || state === 'undoing') return total === 0 ? 0 : Math.min(1, done / total);
  return state === 'uploaded' ? 0 : 1;
}

const schools =
  /\b(university|universit[éäà]t?|universidad|università|institute of technology|college|school|polytechnic|hochschule|école|eth|kaist)\b|大学|學院|学院|高校/i;
const labs = /\b(labs?|laborator(y|ies)|research|institute|academy)\b|实验室|研究院|研究所/i;
const schoolDomains = /(\.edu|\.ac)(\.[a-z]{2})?$|^(ethz|epfl|inria|ens|mpg)\.|\.(uni|tu)-|^(uni|tu)-/i;

/** The kind of an organization that a file names without saying it. */
export function guessedKind(name: string, domain: string | undefined): 'company' | 'lab' | 'university' {
  if (schools.test(name) || (domain !== undefined && schoolDomains.test(domain))) return 'university';
  return labs.test(name) ? 'lab' : 'company';
}

const mailHosts = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'qq.com',
  '163.com',
  '126.com',
  'foxmail.com',
  'icloud.com',
  'live.com',
  'gmx.de',
  'web.de',
  'protonmail.com',
]);

/** The domain by which an organization can be recognized: none of a mailbox that anyone can have. */
export function tellingDomain(domain: string | undefined): string | undefined {
  return domain === undefined || mailHosts.has(domain.toLowerCase()) ? undefined : domain;
}

/** The identifiers by which a row joins a person: in a roster the OpenReview id alone, which is the first; else every sure one. Never a name. */
export function joiningIdentifiers(format: ImportFormat, person: ImportedPerson): ImportedIdentifier[] {
  const sure = person.identifiers.filter(({ confidence }) => confidence === 'sure');
  return format === 'authorships' ? sure.filter(({ kind }) => kind === 'openreview').slice(0, 1) : sure;
}
