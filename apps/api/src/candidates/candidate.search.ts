import { Injectable } from '@nestjs/common';
import { pinyin } from 'pinyin-pro';
import { nameWords } from '@domain/candidates/name.rules.js';
import { Db } from '@platform/db/db.js';

/** The names of a person, as they are stored. */
export type Names = {
  readonly displayName: string;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly nativeName?: string | null;
  readonly romanizedName?: string | null;
  readonly aliases?: readonly string[];
};

const han = /^\p{Script=Han}+$/u;
const doubleSurnames = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 长孙 長孫 司徒 端木 南宫 南宮 独孤 獨孤'.split(
    ' ',
  ),
);

/** All ways in which the names may be typed: as they are, joined, turned round, as initials and in pinyin. Goes to `candidate.search_names`. */
export function searchNames(names: Names): string {
  const forms = new Set<string>();
  for (const name of allNames(names)) {
    forms.add(name);
    for (const words of readings(name)) addForms(forms, words);
  }
  return [...forms].join('\n').slice(0, 20_000);
}

/** Each name as words, the Chinese ones in pinyin beside: what decides whether two names go together. */
export function comparableNames(names: Names): string[][] {
  return allNames(names).flatMap((name) => [nameWords(name), ...readings(name)]);
}

function allNames({ displayName, givenName, familyName, nativeName, romanizedName, aliases = [] }: Names): string[] {
  const whole =
    givenName && familyName
      ? [han.test(familyName + givenName) ? familyName + givenName : `${givenName} ${familyName}`]
      : [];
  const given = [displayName, nativeName, romanizedName, ...whole, ...aliases];
  return [...new Set(given.filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** A name as words, family name first where it is Chinese: once for each way to read it, eight at most. */
function readings(name: string): string[][] {
  const words = nameWords(name);
  const compact = words.join('');
  if (!han.test(compact)) return [words];
  const usual = pinyin(compact, { toneType: 'none', type: 'array', mode: 'surname', v: true });
  const others = [...compact].map((character, index) => [
    ...new Set([
      usual[index] ?? '',
      ...pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }),
    ]),
  ]);
  let spelled: string[][] = [[]];
  for (const syllables of others) {
    spelled = spelled.flatMap((before) => syllables.map((syllable) => [...before, syllable])).slice(0, 8);
  }
  const family = doubleSurnames.has([...compact].slice(0, 2).join('')) && others.length > 2 ? 2 : 1;
  return spelled.flatMap((syllables) =>
    umlauts(syllables).map((spelling) =>
      [spelling.slice(0, family).join(''), spelling.slice(family).join('')].filter(Boolean),
    ),
  );
}

/** `lv` is typed as lv, lu or lyu. */
function umlauts(syllables: readonly string[]): string[][] {
  if (!syllables.some((syllable) => /^[ln]v/.test(syllable))) return [[...syllables]];
  return ['v', 'u', 'yu'].map((vowel) => syllables.map((syllable) => syllable.replace(/^([ln])v/, `$1${vowel}`)));
}

function addForms(forms: Set<string>, words: readonly string[]): void {
  if (words.length === 0) return;
  forms.add(words.join(' '));
  forms.add(words.join(''));
  if (words.length === 1) return;
  const turned = [words.at(-1) ?? '', ...words.slice(0, -1)];
  forms.add(turned.join(''));
  forms.add(initials(words));
  forms.add(initials(turned));
}

function initials(words: readonly string[]): string {
  return words.map((word) => [...word][0] ?? '').join('');
}

/** Keeps the search rows of candidates as their names, careers, works and channels are. */
@Injectable()
export class CandidateSearch {
  constructor(private readonly db: Db) {}

  /** Writes the rows of these candidates anew, in one round trip; call it after all else of the change. */
  async refresh(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.write('candidate_search', 'candidate_search_refresh', 'select refresh_candidate_search($1)', [ids]);
  }

  /** As `refresh`, for everyone who is or was at the organization: after its names change. */
  async refreshOrganization(organizationId: string): Promise<void> {
    await this.db.write(
      'candidate_search',
      'candidate_search_refresh_organization',
      `select refresh_candidate_search(array(select distinct a.candidate_id from affiliation a where a.organization_id = $1))`,
      [organizationId],
    );
  }
}
