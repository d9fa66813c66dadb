import i18next from 'i18next';
import { tell } from '../app/change.js';
import { notify } from './notices.js';

/** Copies a text, or one that is still made, and says so; what kept it from being copied is said too. Answers whether it was copied. */
export async function copyText(text: string | Promise<string>, said: string): Promise<boolean> {
  let made: string;
  try {
    made = await text;
  } catch (thrown) {
    tell(thrown);
    return false;
  }
  try {
    await navigator.clipboard.writeText(made);
  } catch {
    notify({ tone: 'danger', title: i18next.t('ui.copyFailed'), message: i18next.t('ui.copyFailedHint') });
    return false;
  }
  notify({ title: said });
  return true;
}
