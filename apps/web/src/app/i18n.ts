import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'zh', 'de'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { en: 'English', zh: '中文', de: 'Deutsch' };

const loaders: Record<Language, () => Promise<Record<string, unknown>>> = {
  en: async () => (await import('../locales/en.js')).en,
  zh: async () => (await import('../locales/zh.js')).zh,
  de: async () => (await import('../locales/de.js')).de,
};

/** Texts that only some pages and parts need: they come after those of every page. */
const moreLoaders: Record<Language, () => Promise<Record<string, unknown>>> = {
  en: async () => (await import('../locales/en-more.js')).enMore,
  zh: async () => (await import('../locales/zh-more.js')).zhMore,
  de: async () => (await import('../locales/de-more.js')).deMore,
};

const storageKey = 'longlist.language';

/** The supported language of a locale tag (`zh-Hans-CN` → `zh`), or undefined. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  return languages.find((language) => tag?.toLowerCase().split('-')[0] === language);
}

function preferred(): Language {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages];
  return wanted.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/** Whether this browser was told a language by hand. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(storageKey) !== null;
}

const complete = new Map<Language, Promise<void>>();

async function load(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loaders[language](), true, true);
  }
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}

/** Waits until every text of the language on screen is here: for pages and parts that come later than the first. */
export function allTexts(language = i18next.language as Language): Promise<void> {
  const known = complete.get(language);
  if (known) return known;
  const coming = Promise.all([moreLoaders[language](), load(language)]).then(
    // Silent: nothing on screen has these texts, and nobody who types is disturbed. They join the first ones, and never come before them.
    ([texts]) => void i18next.addResourceBundle(language, 'translation', texts, true, true, { silent: true }),
    (reason: unknown) => {
      complete.delete(language);
      throw reason;
    },
  );
  complete.set(language, coming);
  return coming;
}

/** Loads the texts of the preferred language; resolves when the first page can be drawn. */
export async function startI18n(): Promise<i18n> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await load(language);
  return i18next;
}

/** Shows the whole page in the language and, when chosen by hand, keeps it for this browser. */
export async function setLanguage(language: Language, byHand = true): Promise<void> {
  await Promise.all([load(language), allTexts(language)]);
  if (byHand) localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}
