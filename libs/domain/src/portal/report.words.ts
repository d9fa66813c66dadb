import type { Locale } from '../agencies/agency.js';
import type { ChannelKind, IdentifierKind, Seniority, WorkAuthorization } from '../candidates/candidate.js';
import type { ReportSection, ReportTemplate } from './report.js';

/** The words of a report in one language. */
export type ReportWords = {
  readonly title: string;
  readonly marketTitle: string;
  readonly forRole: (title: string) => string;
  readonly sections: Readonly<Record<ReportSection, string>>;
  readonly labels: Readonly<
    Record<
      | 'roleFamily'
      | 'seniority'
      | 'place'
      | 'experience'
      | 'languages'
      | 'workAuthorization'
      | 'areas'
      | 'skills'
      | 'publications'
      | 'currentPay'
      | 'expectedPay'
      | 'notice'
      | 'name'
      | 'nativeName',
      string
    >
  >;
  /** A heading in plain text. */
  readonly heading: (text: string) => string;
  readonly colon: string;
  readonly comma: string;
  readonly seniority: Readonly<Record<Seniority, string>>;
  readonly authorization: Readonly<Record<WorkAuthorization, string>>;
  readonly channels: Readonly<Record<ChannelKind, string>>;
  readonly identifiers: Readonly<Record<IdentifierKind, string>>;
  readonly company: string;
  readonly lab: string;
  readonly university: string;
  readonly large: (kind: string) => string;
  readonly midsized: (kind: string) => string;
  readonly inCountry: (kind: string, country: string) => string;
  readonly professional: string;
  readonly student: string;
  readonly now: string;
  readonly year: string;
  readonly years: (from: number, to: number) => string;
  readonly overYears: (from: number) => string;
  readonly papers: (from: number, to: number | null) => string;
  readonly perYear: (text: string) => string;
  readonly months: (count: number) => string;
  readonly page: (page: number, of: number) => string;
};

const identifiers: Record<IdentifierKind, string> = {
  openreview: 'OpenReview',
  orcid: 'ORCID',
  dblp: 'DBLP',
  google_scholar: 'Google Scholar',
  semantic_scholar: 'Semantic Scholar',
  github: 'GitHub',
  linkedin: 'LinkedIn',
};

export const reportWords: Readonly<Record<Locale, ReportWords>> = {
  en: {
    title: 'Candidate report',
    marketTitle: 'Market profile',
    forRole: (title) => `For: ${title}`,
    sections: {
      profile: 'Profile',
      recommendation: 'Why we recommend this person',
      career: 'Career',
      education: 'Education',
      research: 'Research and skills',
      pay: 'Pay and availability',
      contact: 'Contact',
    },
    labels: {
      roleFamily: 'Field',
      seniority: 'Seniority',
      place: 'Place',
      experience: 'Experience',
      languages: 'Languages',
      workAuthorization: 'Work authorization',
      areas: 'Areas',
      skills: 'Skills',
      publications: 'Publications',
      currentPay: 'Current annual cash',
      expectedPay: 'Expected annual cash',
      notice: 'Notice period',
      name: 'Name',
      nativeName: 'Name in native script',
    },
    heading: (text) => text.toUpperCase(),
    colon: ': ',
    comma: ', ',
    seniority: {
      intern: 'Intern',
      junior: 'Junior',
      mid: 'Mid-level',
      senior: 'Senior',
      staff: 'Staff',
      principal: 'Principal',
      lead: 'Lead',
      director: 'Director',
      executive: 'Executive',
    },
    authorization: {
      authorized: 'Authorized to work',
      needs_sponsorship: 'Needs sponsorship',
      unknown: 'To be clarified',
    },
    channels: { email: 'E-mail', phone: 'Phone', wechat: 'WeChat', maimai: 'Maimai' },
    identifiers,
    company: 'company',
    lab: 'research lab',
    university: 'university',
    large: (kind) => `Large ${kind}`,
    midsized: (kind) => `Mid-sized ${kind}`,
    inCountry: (kind, country) => `${kind} (${country})`,
    professional: 'Professional',
    student: 'Student',
    now: 'now',
    year: 'since an unknown year',
    years: (from, to) => `${from}–${to} years`,
    overYears: (from) => `Over ${from} years`,
    papers: (from, to) => (to === null ? `${from} or more` : `${from}–${to}`),
    perYear: (text) => `${text} a year`,
    months: (count) => (count === 1 ? '1 month' : `${count} months`),
    page: (page, of) => `Page ${page} of ${of}`,
  },
  zh: {
    title: '推荐报告',
    marketTitle: '市场画像',
    forRole: (title) => `推荐职位：${title}`,
    sections: {
      profile: '基本情况',
      recommendation: '推荐理由',
      career: '工作经历',
      education: '教育背景',
      research: '研究方向与技能',
      pay: '薪酬与到岗',
      contact: '联系方式',
    },
    labels: {
      roleFamily: '方向',
      seniority: '级别',
      place: '所在地',
      experience: '工作年限',
      languages: '语言',
      workAuthorization: '工作许可',
      areas: '研究方向',
      skills: '技能',
      publications: '论文',
      currentPay: '目前年度现金总收入',
      expectedPay: '期望年度现金总收入',
      notice: '离职通知期',
      name: '姓名',
      nativeName: '本名',
    },
    heading: (text) => `【${text}】`,
    colon: '：',
    comma: '、',
    seniority: {
      intern: '实习',
      junior: '初级',
      mid: '中级',
      senior: '高级',
      staff: '资深',
      principal: '首席',
      lead: '负责人',
      director: '总监',
      executive: '高管',
    },
    authorization: { authorized: '已有工作许可', needs_sponsorship: '需要雇主担保签证', unknown: '待确认' },
    channels: { email: '邮箱', phone: '电话', wechat: '微信', maimai: '脉脉' },
    identifiers,
    company: '企业',
    lab: '研究机构',
    university: '高校',
    large: (kind) => `大型${kind}`,
    midsized: (kind) => `中型${kind}`,
    inCountry: (kind, country) => `${kind}（${country}）`,
    professional: '专业人员',
    student: '学生',
    now: '至今',
    year: '起始年份不详',
    years: (from, to) => `${from}–${to} 年`,
    overYears: (from) => `${from} 年以上`,
    papers: (from, to) => (to === null ? `${from} 篇及以上` : `${from}–${to} 篇`),
    perYear: (text) => `${text}/年`,
    months: (count) => `${count} 个月`,
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  },
  de: {
    title: 'Kandidatenprofil',
    marketTitle: 'Marktprofil',
    forRole: (title) => `Für: ${title}`,
    sections: {
      profile: 'Profil',
      recommendation: 'Warum wir diese Person empfehlen',
      career: 'Beruflicher Werdegang',
      education: 'Ausbildung',
      research: 'Forschung und Fähigkeiten',
      pay: 'Vergütung und Verfügbarkeit',
      contact: 'Kontakt',
    },
    labels: {
      roleFamily: 'Fachgebiet',
      seniority: 'Karrierestufe',
      place: 'Ort',
      experience: 'Berufserfahrung',
      languages: 'Sprachen',
      workAuthorization: 'Arbeitserlaubnis',
      areas: 'Forschungsgebiete',
      skills: 'Fähigkeiten',
      publications: 'Veröffentlichungen',
      currentPay: 'Jährliche Barvergütung derzeit',
      expectedPay: 'Gewünschte jährliche Barvergütung',
      notice: 'Kündigungsfrist',
      name: 'Name',
      nativeName: 'Name in eigener Schrift',
    },
    heading: (text) => text.toUpperCase(),
    colon: ': ',
    comma: ', ',
    seniority: {
      intern: 'Praktikum',
      junior: 'Junior',
      mid: 'Mittlere Stufe',
      senior: 'Senior',
      staff: 'Staff',
      principal: 'Principal',
      lead: 'Leitung',
      director: 'Direktion',
      executive: 'Geschäftsleitung',
    },
    authorization: {
      authorized: 'Arbeitserlaubnis vorhanden',
      needs_sponsorship: 'Braucht ein Visum über den Arbeitgeber',
      unknown: 'Zu klären',
    },
    channels: { email: 'E-Mail', phone: 'Telefon', wechat: 'WeChat', maimai: 'Maimai' },
    identifiers,
    company: 'Unternehmen',
    lab: 'Forschungslabor',
    university: 'Hochschule',
    large: (kind) => `${kind}, groß`,
    midsized: (kind) => `${kind}, mittelgroß`,
    inCountry: (kind, country) => `${kind} (${country})`,
    professional: 'Fachkraft',
    student: 'Studium',
    now: 'heute',
    year: 'seit unbekanntem Jahr',
    years: (from, to) => `${from}–${to} Jahre`,
    overYears: (from) => `Über ${from} Jahre`,
    papers: (from, to) => (to === null ? `${from} oder mehr` : `${from}–${to}`),
    perYear: (text) => `${text} im Jahr`,
    months: (count) => (count === 1 ? '1 Monat' : `${count} Monate`),
    page: (page, of) => `Seite ${page} von ${of}`,
  },
};

const closings: Readonly<Record<Locale, string>> = {
  en: 'This report is confidential and for the named search alone. Please do not pass it on or contact the person directly.',
  zh: '本报告仅供该职位招聘使用，请严格保密，请勿转发或直接联系人选本人。',
  de: 'Dieses Profil ist vertraulich und nur für die genannte Suche bestimmt. Bitte geben Sie es nicht weiter und nehmen Sie nicht direkt Kontakt auf.',
};

/** The form of a report in a language until the agency keeps its own. */
export function shippedTemplate(locale: Locale): ReportTemplate {
  const sections: ReportSection[] = ['profile', 'recommendation', 'career', 'education', 'research', 'pay', 'contact'];
  return { locale, letterhead: null, sections, closing: closings[locale] };
}
