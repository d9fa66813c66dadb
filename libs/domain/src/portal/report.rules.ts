import { hiddenTerms, holdsHidden } from './hidden.rules.js';
import type {
  Report,
  ReportAffiliation,
  ReportBlock,
  ReportEntry,
  ReportOrder,
  ReportOrganization,
  ReportPay,
  ReportPerson,
  ReportSection,
} from './report.js';
import { reportSections } from './report.js';
import { type ReportWords, reportWords } from './report.words.js';
import { isBlind, leastSharing } from './submission.rules.js';
import type { DisclosureLevel } from './submission.js';
import { isPlainTitle } from './title.rules.js';

type Parts = Partial<Pick<ReportBlock, 'facts' | 'entries' | 'texts'>>;
type Fact = readonly [label: string, value: string | null];

/** The code that stands for a person in blind reports and file names: from the candidacy's random id, never from the person. */
export function reportCode(candidacyId: string): string {
  return `C-${candidacyId.replaceAll('-', '').slice(-4).toUpperCase()}`;
}

/** The name of a report's file: tells nothing. */
export function reportFileName(code: string): string {
  return `candidate-report-${code}.pdf`;
}

/** What a report of this level says of the person, in the language and form of the template. A blind one holds nothing that leads to them. */
export function reportOf(person: ReportPerson, order: ReportOrder): Report {
  const { level, template, searchTitle } = order;
  const words = reportWords[template.locale];
  const blind = isBlind(level);
  const terms = blind ? hiddenTerms(person) : [];
  const tells = (text: string): boolean => !holdsHidden(text, terms);
  const sections = template.sections.filter((name): name is ReportSection =>
    reportSections.some((one) => one === name),
  );
  const shown = level === 'L0' ? sections.filter((name) => name === 'profile' || name === 'pay') : sections;
  const blocks = shown
    .map((section) => blockOf(section, words, parts[section](person, order, words), tells))
    .filter(({ facts, entries, texts }) => facts.length + entries.length + texts.length > 0);
  const pseudonym = person.pseudonym !== null && tells(person.pseudonym) ? person.pseudonym : order.code;
  return {
    locale: template.locale,
    letterhead: template.letterhead,
    title: level === 'L0' ? words.marketTitle : words.title,
    who: blind ? pseudonym : namesOf(person, template.locale)[0],
    about: tells(searchTitle) ? words.forRole(searchTitle) : null,
    blocks,
    closing: template.closing,
    showsPay: blocks.some(({ section }) => section === 'pay'),
  };
}

/** The same report as plain text, for a mail or a chat. */
export function textOfReport(report: Report): string {
  const { colon, heading: written } = reportWords[report.locale];
  const head = [report.letterhead, `${report.title}${colon}${report.who}`, report.about].filter(
    (line) => line !== null,
  );
  const blocks = report.blocks.map(({ heading, facts, entries, texts }) =>
    [
      written(heading),
      ...facts.map(({ label, value }) => `${label}${colon}${value}`),
      ...entries.flatMap(({ title, aside, lines }) => [
        `${aside}  ${title}`.trim(),
        ...lines.map((line) => `  ${line}`),
      ]),
      ...texts,
    ].join('\n'),
  );
  return [head.join('\n'), ...blocks, ...(report.closing === null ? [] : [report.closing])].join('\n\n');
}

function blockOf(
  section: ReportSection,
  words: ReportWords,
  made: Parts,
  tells: (text: string) => boolean,
): ReportBlock {
  return {
    section,
    heading: words.sections[section],
    facts: (made.facts ?? []).filter(({ value }) => tells(value)),
    entries: (made.entries ?? [])
      .filter(({ title }) => tells(title))
      .map((entry) => ({ ...entry, lines: entry.lines.filter(tells) })),
    texts: (made.texts ?? []).filter(tells),
  };
}

type Maker = (person: ReportPerson, order: ReportOrder, words: ReportWords) => Parts;

const parts: Readonly<Record<ReportSection, Maker>> = {
  profile: (person, { level, today, template }, words) => {
    const [, other] = namesOf(person, template.locale);
    const label = template.locale === 'zh' ? words.labels.name : words.labels.nativeName;
    return factsOf([
      [label, isBlind(level) ? null : other],
      [words.labels.roleFamily, person.roleFamily],
      [words.labels.seniority, person.seniority && words.seniority[person.seniority]],
      [words.labels.place, placeOf(person, level, words)],
      [words.labels.experience, level === 'L0' ? null : experienceOf(person, today, words)],
      [words.labels.languages, level === 'L0' ? null : topicsOf(person, 'language', level, words)],
      [words.labels.workAuthorization, atLeast(level, 'L2') ? authorizationOf(person, words) : null],
    ]);
  },
  recommendation: (_, { level, recommendation }) =>
    isBlind(level) || recommendation === null ? {} : { texts: recommendation.split(/\n+/) },
  career: (person, { level }, words) => entriesOf(person, ({ type }) => type !== 'study', level, words),
  education: (person, { level }, words) => entriesOf(person, ({ type }) => type === 'study', level, words),
  research: (person, { level }, words) => {
    const { publications } = person;
    const full = !isBlind(level);
    return {
      ...factsOf([
        [words.labels.areas, topicsOf(person, 'area', level, words)],
        [words.labels.skills, topicsOf(person, 'skill', level, words)],
        [
          words.labels.publications,
          publications.length === 0 ? null : full ? `${publications.length}` : papersOf(publications.length, words),
        ],
      ]),
      entries: full ? publications.slice(0, 10).map(paperOf) : [],
    };
  },
  pay: (person, { level, template }, words) =>
    factsOf([
      [words.labels.currentPay, atLeast(level, 'L2') ? payOf(person.currentPay, level, template.locale, words) : null],
      [words.labels.expectedPay, payOf(person.expectedPay, level, template.locale, words)],
      [
        words.labels.notice,
        atLeast(level, 'L2') && person.noticeMonths !== null ? words.months(person.noticeMonths) : null,
      ],
    ]),
  contact: (person, { level }, words) =>
    level === 'L4'
      ? factsOf([
          ...person.channels.map(({ kind, value }): Fact => [words.channels[kind], value]),
          ...person.identifiers.map(({ kind, value }): Fact => [words.identifiers[kind], value]),
        ])
      : {},
};

/** The name and the one in its own script, that script first in Chinese; the second is null where they are one. */
function namesOf({ displayName, nativeName }: ReportPerson, locale: string): [string, string | null] {
  if (nativeName === null || nativeName === displayName) return [displayName, null];
  return locale === 'zh' ? [nativeName, displayName] : [displayName, nativeName];
}

function factsOf(facts: readonly Fact[]): Parts {
  return { facts: facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }])) };
}

function atLeast(level: DisclosureLevel, least: DisclosureLevel): boolean {
  return level >= least;
}

/** The country alone where nobody may be found by the city. */
function placeOf({ city, country }: ReportPerson, level: DisclosureLevel, words: ReportWords): string | null {
  const shown = atLeast(level, 'L2') ? [city, country] : [country];
  return shown.filter((one) => one !== null).join(words.comma) || null;
}

function authorizationOf({ workAuthorization }: ReportPerson, words: ReportWords): string | null {
  return workAuthorization === null ? null : words.authorization[workAuthorization];
}

/** Words of a kind; in a blind report those alone that enough people of the base have too. */
function topicsOf(
  person: ReportPerson,
  kind: ReportPerson['topics'][number]['kind'],
  level: DisclosureLevel,
  words: ReportWords,
): string | null {
  const own = person.topics.filter(
    (topic) => topic.kind === kind && (!isBlind(level) || topic.sharedBy >= leastSharing),
  );
  return own.map(({ name }) => name).join(words.comma) || null;
}

/** Years since the first employment; in steps of five. */
function experienceOf(person: ReportPerson, today: string, words: ReportWords): string | null {
  const starts = person.affiliations.filter(({ type }) => type === 'employment').map((one) => yearsOf(one).from);
  const first = starts.filter((year) => year !== null).toSorted((one, other) => one - other)[0];
  if (first === undefined) return null;
  const years = Math.max(0, Number(today.slice(0, 4)) - first);
  if (years >= 20) return words.overYears(20);
  const from = Math.floor(years / 5) * 5;
  return words.years(from, from + 5);
}

function papersOf(count: number, words: ReportWords): string {
  const steps = [1, 5, 10, 20, 50];
  const at = steps.findLastIndex((step) => step <= count);
  const next = steps[at + 1];
  return words.papers(steps[at] ?? 1, next === undefined ? null : next - 1);
}

function paperOf({ title, venue, year }: ReportPerson['publications'][number]): ReportEntry {
  return { title, aside: year === null ? '' : `${year}`, lines: venue === null ? [] : [venue] };
}

/** Steps of a career, the latest first. L1 has none: employers, even as kinds, come with L2. */
function entriesOf(
  person: ReportPerson,
  belongs: (one: ReportAffiliation) => boolean,
  level: DisclosureLevel,
  words: ReportWords,
): Parts {
  if (!atLeast(level, 'L2')) return {};
  const own = person.affiliations.filter(belongs).toSorted((one, other) => (orderOf(one) < orderOf(other) ? 1 : -1));
  return { entries: own.map((one) => (isBlind(level) ? blindEntry(one, person, words) : namedEntry(one, words))) };
}

function namedEntry(one: ReportAffiliation, words: ReportWords): ReportEntry {
  const { organization, title, team } = one;
  const native =
    organization.nativeName === null || organization.nativeName === organization.name ? null : organization.nativeName;
  const name = native === null ? organization.name : `${organization.name} (${native})`;
  return { title: name, aside: spanOf(one, words, 7), lines: [title, team].filter((line) => line !== null) };
}

/** The employer as a kind, the years, and the title where it is made of words of the trade; else field and seniority. */
function blindEntry(one: ReportAffiliation, person: ReportPerson, words: ReportWords): ReportEntry {
  const terms = hiddenTerms(person);
  const plain = one.title !== null && isPlainTitle(one.title) && !holdsHidden(one.title, terms) ? one.title : null;
  const general = [person.roleFamily, person.seniority && words.seniority[person.seniority]].filter(
    (word) => word !== null,
  );
  const instead = one.type === 'study' ? words.student : general.join(words.comma) || words.professional;
  return { title: kindOf(one.organization, words), aside: spanOf(one, words, 4), lines: [plain ?? instead] };
}

/** An employer as a kind: how large by the people whom we know there, what, and in which country. */
function kindOf({ kind, people, country }: ReportOrganization, words: ReportWords): string {
  const what = words[kind];
  const sized = people >= 100 ? words.large(what) : people >= 20 ? words.midsized(what) : what;
  const shown = country === null ? sized : words.inCountry(sized, country);
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

function orderOf(one: ReportAffiliation): string {
  return `${one.current ? 1 : 0}${one.startedOn ?? `${one.seenFrom ?? 0}`}`;
}

function yearsOf({ startedOn, endedOn, seenFrom, seenUntil }: ReportAffiliation): {
  from: number | null;
  to: number | null;
} {
  const year = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));
  return { from: year(startedOn) ?? seenFrom, to: year(endedOn) ?? seenUntil };
}

/** From when to when: `digits` 7 shows months, 4 shows years. */
function spanOf(one: ReportAffiliation, words: ReportWords, digits: 4 | 7): string {
  const { from, to } = yearsOf(one);
  const start = one.startedOn?.slice(0, digits) ?? (from === null ? null : `${from}`);
  const end = one.current ? words.now : (one.endedOn?.slice(0, digits) ?? (to === null ? null : `${to}`));
  if (start === null) return end ?? '';
  return end === null || end === start ? start : `${start} – ${end}`;
}

/** Annual cash: the figure in a named report, a band in a blind one. */
function payOf(pay: ReportPay | null, level: DisclosureLevel, locale: string, words: ReportWords): string | null {
  if (pay === null) return null;
  const amount = Number(pay.amount);
  if (!(amount > 0)) return null;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: pay.currency, maximumFractionDigits: 0 });
  if (!isBlind(level)) return words.perYear(money.format(amount));
  const step = 10 ** Math.floor(Math.log10(amount)) / 2;
  const from = Math.floor(amount / step) * step;
  return words.perYear(`${money.format(from)} – ${money.format(from + step)}`);
}
