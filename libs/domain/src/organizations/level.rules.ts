import { isOn, isReversed } from '../agencies/ladder.rules.js';
import { type Fault, Refusal, unknownReference } from '../refusal.js';
import type { LevelDraft, LevelRange, NamedLevel } from './level.js';

/** The form in which written levels are matched: width, case and spaces are passed over. */
export function levelKey(written: string): string {
  return written.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Which of the levels a text names; undefined where it names none of them. */
export function levelOf<Level extends { readonly code: string }>(
  written: string,
  levels: readonly Level[],
): Level | undefined {
  const key = levelKey(written);
  return levels.find(({ code }) => levelKey(code) === key);
}

/** Whether two levels correspond: they share a step. */
export function correspond(one: LevelRange, other: LevelRange): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Why these cannot be the levels of an organization, on a ladder of these steps by id in their order. */
export function whyNotLevels(levels: readonly LevelDraft[], stepIds: readonly string[]): Refusal | undefined {
  const lost = levels.findIndex((level) => !isOn(level, stepIds));
  const first = levels[lost];
  if (first) return unknownReference(`/levels/${lost}/${stepIds.includes(first.fromStepId) ? 'to' : 'from'}StepId`);
  const errors: Fault[] = [];
  const keys = new Set<string>();
  levels.forEach((level, index) => {
    const key = levelKey(level.code);
    if (keys.has(key)) errors.push({ pointer: `/levels/${index}/code`, message: 'stands twice' });
    keys.add(key);
    if (isReversed(level, stepIds)) {
      errors.push({ pointer: `/levels/${index}/toStepId`, message: 'must not lie below the first step' });
    }
  });
  return errors.length === 0 ? undefined : new Refusal('organization.levels', undefined, { errors });
}

const between = /[;；,，、\n]+/;
const named = /^(\S+?)(?:\s*[:：=–—-]\s+|[:：=]|\s+|(?<=\d)(?=\p{Script=Han}))(.+)$/u;

/** The levels that a text such as `P6 Senior; P7 Staff` names, in its order. */
export function levelsIn(text: string): NamedLevel[] {
  return text.split(between).flatMap((piece) => {
    const one = piece.trim();
    if (one === '') return [];
    const [, code = one, title] = named.exec(one) ?? [];
    return [{ code, title: title?.trim() || null }];
  });
}
