import type { ReportPerson } from './report.js';
import { isPlainTitle } from './title.rules.js';

/** Every text that leads to the person and may stand in no blind report: names in any script, employers, papers, teams, profiles, channels. */
export function hiddenTerms(person: ReportPerson): string[] {
  const names = [
    person.displayName,
    person.givenName,
    person.familyName,
    person.nativeName,
    person.romanizedName,
    ...person.aliases,
    ...person.displayName.split(/\s+/),
    ...(person.romanizedName ?? '').split(/\s+/),
  ];
  const places = person.affiliations.flatMap(({ organization, team }) => [
    organization.name,
    organization.nativeName,
    ...organization.aliases,
    team !== null && isPlainTitle(team) ? null : team === person.roleFamily ? null : team,
  ]);
  const works = person.publications.flatMap(({ title, venue }) => [title, venue]);
  const ways = [...person.channels, ...person.identifiers].map(({ value }) => value);
  const terms = [...names, ...places, ...works, ...ways, person.headline].map((text) => plain(text ?? ''));
  return [...new Set(terms)].filter((term) => [...term].length > 1);
}

/** Whether the text holds one of the terms: as a word in scripts with spaces, anywhere in others. */
export function holdsHidden(text: string, terms: readonly string[]): boolean {
  const where = plain(text);
  return terms.some((term) => {
    for (let at = where.indexOf(term); at !== -1; at = where.indexOf(term, at + 1)) {
      if (isEdge(where[at - 1], term[0]) && isEdge(where[at + term.length], term.at(-1))) return true;
    }
    return false;
  });
}

/** Whether a word may end between these two characters: it cannot within a run of Latin letters and digits. */
function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  const spaced = /[\p{Script=Latin}\p{N}]/u;
  return outside === undefined || inside === undefined || !spaced.test(outside) || !spaced.test(inside);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
