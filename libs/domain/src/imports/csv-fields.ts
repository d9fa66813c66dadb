import { emailOf, maimaiOf, phoneOf, wechatOf } from './channels.rules.js';
import {
  dblpOf,
  githubOf,
  googleScholarOf,
  linkedinOf,
  openreviewOf,
  orcidOf,
  semanticScholarOf,
} from './identifiers.rules.js';
import type { OrganizationKind } from './imported-row.js';
import { isStillRunning, writtenDay } from './written-day.rules.js';

/**
 * `en`, `zh`, `de` are the column names it is guessed by, `max` the characters of one value, `many` that a cell lists values
 * and several columns may feed it, `read` the check of one value (its normal form, or undefined when it is not `wants`).
 */
export interface CsvFieldRule {
  en: string;
  zh?: string;
  de?: string;
  max: number;
  many?: boolean;
  read?: (text: string) => string | undefined;
  wants?: string;
}

const ORGANIZATION_KINDS: ReadonlyMap<string, OrganizationKind> = new Map([
  ...['company', '公司', '企业', 'firma', 'unternehmen'].map((word) => [word, 'company'] as const),
  ...['lab', 'laboratory', '实验室', '研究院', 'labor'].map((word) => [word, 'lab'] as const),
  ...['university', 'school', 'college', '大学', '高校', '学校', 'universität', 'hochschule'].map(
    (word) => [word, 'university'] as const,
  ),
]);

/** The kind that an English, Chinese or German word names. */
export function organizationKindOf(text: string): OrganizationKind | undefined {
  return ORGANIZATION_KINDS.get(text.toLowerCase());
}

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;

function domainOf(text: string): string | undefined {
  const host = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
  return DOMAIN.test(host) && host.length <= 253 ? host : undefined;
}

const aDay = 'a day, month or year such as 2021-09';

/** What a csv column can mean. */
export const CSV_FIELDS = {
  externalId: {
    en: 'id, external id, candidate id, record id',
    zh: '编号, 人才编号, 候选人编号',
    de: 'kennung, kandidaten-id',
    max: 200,
  },
  displayName: {
    en: 'name, full name, candidate, candidate name, display name',
    zh: '姓名, 名字, 候选人, 候选人姓名',
    de: 'vollständiger name, kandidat, vor- und nachname',
    max: 200,
  },
  givenName: { en: 'first name, given name, forename', zh: '名', de: 'vorname', max: 100 },
  familyName: { en: 'last name, family name, surname', zh: '姓, 姓氏', de: 'nachname, familienname', max: 100 },
  nativeName: {
    en: 'native name, chinese name, name in chinese',
    zh: '中文名, 中文姓名',
    de: 'chinesischer name',
    max: 200,
  },
  romanizedName: {
    en: 'romanized name, romanised name, english name, pinyin',
    zh: '英文名, 英文姓名, 拼音, 姓名拼音',
    de: 'englischer name',
    max: 200,
  },
  aliases: {
    en: 'alias, aliases, nickname, also known as, aka',
    zh: '别名, 昵称, 曾用名, 花名',
    de: 'spitzname',
    max: 200,
    many: true,
  },
  email: {
    en: 'email, e-mail, mail, email address, e-mail address, personal email, work email',
    zh: '邮箱, 电子邮箱, 电子邮件, 邮件',
    de: 'e-mail-adresse, mailadresse',
    max: 254,
    many: true,
    read: emailOf,
    wants: 'a mail address',
  },
  phone: {
    en: 'phone, phone number, mobile, mobile phone, mobile number, cell, cell phone, telephone, tel',
    zh: '手机, 手机号, 手机号码, 电话, 电话号码, 联系电话, 联系方式',
    de: 'telefon, telefonnummer, handy, handynummer, mobil, mobiltelefon',
    max: 60,
    many: true,
    read: phoneOf,
    wants: 'a phone number of 7 to 15 digits',
  },
  wechat: {
    en: 'wechat, wechat id, weixin',
    zh: '微信, 微信号',
    max: 40,
    many: true,
    read: wechatOf,
    wants: 'a WeChat id',
  },
  maimai: {
    en: 'maimai, maimai url',
    zh: '脉脉, 脉脉主页',
    max: 200,
    many: true,
    read: maimaiOf,
    wants: 'a Maimai profile',
  },
  openreview: {
    en: 'openreview, openreview id, openreview profile, openreview url',
    max: 300,
    read: openreviewOf,
    wants: 'an OpenReview id such as ~First_Last1',
  },
  orcid: {
    en: 'orcid, orcid id, orcid url',
    max: 100,
    read: orcidOf,
    wants: 'an ORCID iD with a right check digit',
  },
  dblp: {
    en: 'dblp, dblp id, dblp pid, dblp url',
    max: 200,
    read: dblpOf,
    wants: 'a DBLP key or address',
  },
  googleScholar: {
    en: 'google scholar, scholar, google scholar id, google scholar url',
    zh: '谷歌学术',
    max: 300,
    read: googleScholarOf,
    wants: 'a Google Scholar id or address',
  },
  semanticScholar: {
    en: 'semantic scholar, semantic scholar id, semantic scholar url',
    max: 300,
    read: semanticScholarOf,
    wants: 'a Semantic Scholar author id or address',
  },
  github: {
    en: 'github, github url, github profile, github login',
    max: 300,
    read: githubOf,
    wants: 'a GitHub login or address',
  },
  linkedin: {
    en: 'linkedin, linkedin url, linkedin profile, linkedin profile url',
    zh: '领英, 领英主页',
    de: 'linkedin-profil',
    max: 300,
    read: linkedinOf,
    wants: 'a LinkedIn profile name or address',
  },
  headline: { en: 'headline, summary, tagline', zh: '一句话简介, 简介, 个人简介', de: 'kurzprofil', max: 500 },
  city: {
    en: 'city, location, place, current city',
    zh: '城市, 所在城市, 所在地, 现居地, 地点',
    de: 'stadt, ort, wohnort',
    max: 100,
  },
  country: { en: 'country, country region', zh: '国家, 国家地区, 所在国家', de: 'land', max: 100 },
  languages: {
    en: 'language, languages',
    zh: '语言, 语言能力',
    de: 'sprache, sprachen, sprachkenntnisse',
    max: 60,
    many: true,
  },
  seniority: {
    en: 'seniority, level, grade',
    zh: '级别, 职级, 资历',
    de: 'karrierestufe, seniorität',
    max: 100,
  },
  roleFamily: {
    en: 'role family, function, job family, job function',
    zh: '岗位类别, 职能, 方向',
    de: 'funktion, berufsfeld',
    max: 100,
  },
  researchAreas: {
    en: 'research area, research areas, research interest, research interests, research',
    zh: '研究方向, 研究领域',
    de: 'forschungsgebiet, forschungsgebiete, forschungsschwerpunkte',
    max: 100,
    many: true,
  },
  skills: {
    en: 'skill, skills, key skills',
    zh: '技能, 专业技能, 技术栈',
    de: 'fähigkeiten, kenntnisse, kompetenzen',
    max: 100,
    many: true,
  },
  tags: {
    en: 'tag, tags, label, labels',
    zh: '标签',
    de: 'schlagwort, schlagworte, schlagwörter',
    max: 60,
    many: true,
  },
  note: {
    en: 'note, notes, comment, comments, remarks',
    zh: '备注, 说明, 评价',
    de: 'notiz, notizen, bemerkung, bemerkungen, kommentar',
    max: 10_000,
  },
  organization: {
    en: 'company, current company, employer, current employer, organization, organisation, affiliation, company name',
    zh: '公司, 公司名称, 现公司, 当前公司, 目前公司, 所在公司, 单位, 现单位, 任职公司, 机构',
    de: 'firma, unternehmen, arbeitgeber, aktueller arbeitgeber, organisation/firma',
    max: 300,
  },
  organizationDomain: {
    en: 'company domain, company website, organization domain, domain, website',
    zh: '公司网址, 公司官网, 公司域名',
    de: 'firmenwebseite, webseite',
    max: 300,
    read: domainOf,
    wants: 'a domain or web address',
  },
  organizationCountry: {
    en: 'company country, organization country',
    zh: '公司国家, 公司所在国家',
    de: 'land der firma',
    max: 100,
  },
  organizationKind: {
    en: 'organization kind, organization type, company type',
    zh: '机构类型, 公司类型',
    de: 'art der organisation',
    max: 40,
    read: organizationKindOf,
    wants: 'company, lab or university',
  },
  title: {
    en: 'title, job title, position, current title, current position, role',
    zh: '职位, 职务, 岗位, 现职位, 当前职位, 职位名称, 头衔',
    de: 'titel, stelle, berufsbezeichnung, positionsbezeichnung, jobtitel',
    max: 300,
  },
  startedOn: {
    en: 'start date, started on, started, start, since, from',
    zh: '入职时间, 入职日期, 开始时间, 开始日期',
    de: 'beginn, seit, von, eintrittsdatum, startdatum',
    max: 40,
    read: (text) => writtenDay(text, 'start'),
    wants: aDay,
  },
  endedOn: {
    en: 'end date, ended on, ended, end, until, to',
    zh: '离职时间, 离职日期, 结束时间, 结束日期',
    de: 'ende, bis, austrittsdatum, enddatum',
    max: 40,
    read: (text) => (isStillRunning(text) ? '' : writtenDay(text, 'end')),
    wants: aDay,
  },
  school: {
    en: 'school, university, college, education, alma mater',
    zh: '学校, 院校, 毕业院校, 毕业学校, 大学',
    de: 'universität, hochschule, uni',
    max: 300,
  },
  degree: {
    en: 'degree, highest degree, qualification',
    zh: '学历, 学位, 最高学历',
    de: 'abschluss, akademischer grad',
    max: 200,
  },
  graduatedOn: {
    en: 'graduation, graduation year, graduation date, graduated, class of',
    zh: '毕业时间, 毕业年份, 毕业日期',
    de: 'abschlussjahr, abschlussdatum',
    max: 40,
    read: (text) => writtenDay(text, 'end'),
    wants: aDay,
  },
} as const satisfies Record<string, CsvFieldRule>;

export type CsvField = keyof typeof CSV_FIELDS;

/** Column index, counted from 0, to the field that it feeds; other columns are not read. */
export type CsvMapping = Record<number, CsvField>;

const NAME_FIELDS: readonly CsvField[] = ['displayName', 'givenName', 'familyName', 'nativeName', 'romanizedName'];

/** The rule of a field, in the wide type. */
export function csvFieldRule(field: CsvField): CsvFieldRule {
  return CSV_FIELDS[field];
}

/** True when the text names a field of the table. */
export function isCsvField(text: string): text is CsvField {
  return Object.hasOwn(CSV_FIELDS, text);
}

/** True when at least one column can give the person a name. */
export function mapsAName(mapping: CsvMapping): boolean {
  return Object.values(mapping).some((field) => NAME_FIELDS.includes(field));
}

const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const headersOf = (field: CsvField): string[] => {
  const { en, zh, de } = csvFieldRule(field);
  return [field, ...[en, zh, de].flatMap((names) => names?.split(', ') ?? [])];
};

const FIELD_OF_HEADER: ReadonlyMap<string, CsvField> = new Map(
  Object.keys(CSV_FIELDS)
    .filter(isCsvField)
    .flatMap((field) => headersOf(field).map((header) => [plainHeader(header), field] as const)),
);

function fieldOfHeader(header: string): CsvField | undefined {
  const readings = [header, header.replace(/[\s_-]*\d+$/, ''), ...header.split(/[/|()（）【】[\]:：*]/)];
  for (const reading of readings) {
    const field = FIELD_OF_HEADER.get(plainHeader(reading));
    if (field) return field;
  }
  return undefined;
}

/** Which field each column of a header in English, Chinese or German means; a field for one value takes one column. */
export function guessMapping(header: readonly string[]): CsvMapping {
  const mapping: CsvMapping = {};
  const taken = new Set<CsvField>();
  header.forEach((name, index) => {
    const field = fieldOfHeader(name);
    if (!field || (taken.has(field) && !csvFieldRule(field).many)) return;
    taken.add(field);
    mapping[index] = field;
  });
  return mapping;
}
