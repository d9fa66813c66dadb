import { Refusal, type RefusalCode } from './refusal.js';

/** Why something cannot have happened at `at`: not in the future, not before what it follows. Moments are ISO texts. */
export function whyNotThen(code: RefusalCode, at: string, lastAt: string | null, now: Date): Refusal | undefined {
  const message =
    Date.parse(at) > now.getTime()
      ? 'must not be in the future'
      : lastAt !== null && Date.parse(at) < Date.parse(lastAt)
        ? `must not be before ${lastAt}`
        : undefined;
  return message === undefined
    ? undefined
    : new Refusal(code, undefined, { errors: [{ pointer: '/occurredAt', message }] });
}
