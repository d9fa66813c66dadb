import 'i18next';
import type { en } from './en.js';
import type { enMore } from './en-more.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en & typeof enMore };
  }
}
