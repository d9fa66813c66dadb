import i18next from 'i18next';
import { toProblem } from '../app/problem.js';

/** Why something failed, in the language on screen: the title of the code, and the server's detail where it adds something. */
export function explain(thrown: unknown): { title: string; detail: string | undefined } {
  const { code, title, detail, status } = toProblem(thrown);
  const key = `problem.${code}`;
  const known = i18next.exists(key);
  const translated: string = known ? String(i18next.t(key as 'problem.network')) : title;
  return { title: translated || `HTTP ${status}`, detail: detail && detail !== title ? detail : undefined };
}
