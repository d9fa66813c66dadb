import type { ContactChannel, ContactOutcome } from '@domain/poaching/contact-log.js';
import type { AttemptFacts } from '../poaching/parts/attempt-fields.js';
import { addDays } from '@domain/day.js';
import { useCallback, useState } from 'react';

/** What is said about one call before it is saved. */
export type CallDraft = {
  channel: ContactChannel;
  outcome?: ContactOutcome | undefined;
  /** Days from today on, or a day of one's own. */
  followUp?: string | undefined;
  text: string;
  inbound: boolean;
  /** What it told of the attempt. */
  facts?: AttemptFacts | undefined;
  /** The template of what was sent. */
  messageTemplateId?: string | null | undefined;
};

/** The days from today after which one calls again most often, with their keys in the table of shortcuts. */
export const followUps = [
  { id: 'followUpDay', days: 1 },
  { id: 'followUpDays', days: 3 },
  { id: 'followUpWeek', days: 7 },
] as const;

const lastChannel = 'longlist.last-channel';
const draftKey = (entryId: string) => `longlist.call.${entryId}`;

/** The day so many days from today. */
export function inDays(days: number): string {
  return addDays(new Date().toLocaleDateString('sv'), days);
}

function fresh(): CallDraft {
  const channel = (localStorage.getItem(lastChannel) ?? 'phone') as ContactChannel;
  return { channel, text: '', inbound: false };
}

function kept(entryId: string): CallDraft {
  const text = sessionStorage.getItem(draftKey(entryId));
  return text === null ? fresh() : { ...fresh(), ...(JSON.parse(text) as Partial<CallDraft>) };
}

/** Keeps a draft until its call is saved. */
export function keepDraft(entryId: string, draft: CallDraft): void {
  sessionStorage.setItem(draftKey(entryId), JSON.stringify(draft));
}

/** Forgets the draft of a call that was saved, and remembers its channel for the next. */
export function dropDraft(entryId: string, channel: ContactChannel): void {
  sessionStorage.removeItem(draftKey(entryId));
  localStorage.setItem(lastChannel, channel);
}

/** The draft of one entry; what was typed stays until it is saved. */
export function useDraft(entryId: string): [CallDraft, (patch: Partial<CallDraft>) => void] {
  const [draft, setDraft] = useState(() => kept(entryId));
  const change = useCallback(
    (patch: Partial<CallDraft>) =>
      setDraft((former) => {
        const next = { ...former, ...patch };
        keepDraft(entryId, next);
        return next;
      }),
    [entryId],
  );
  return [draft, change];
}
