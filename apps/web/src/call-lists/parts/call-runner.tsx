import { ActionIcon, Button, Progress, Text } from '@mantine/core';
import { nextWaiting } from '@domain/call-lists/call-list.rules.js';
import type { ContactOutcome } from '@domain/poaching/contact-log.js';
import { IconChevronLeft, IconChevronRight, IconPhone, IconPhoneCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { useShortcut } from '../../app/use-shortcuts.js';
import { toldFacts } from '../../poaching/parts/attempt-fields.js';
import { tellBlocked } from '../../off-limits/parts/blocked.js';
import { contactStale, sendContact, takeBackContact } from '../../poaching/parts/use-log-contact.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { explain } from '../../ui/explain.js';
import { LinesSkeleton } from '../../ui/page.js';
import { type CallDraft, dropDraft, keepDraft } from '../call-draft.js';
import { CallForm } from '../call-form.js';
import { CallPerson } from '../call-person.js';
import { type CallEntry, showState, useCallEntries } from '../use-call-list.js';
import classes from '../call.module.css';

type List = Schemas['CallListRow'];
type Saved = CallDraft & { outcome: ContactOutcome };
type Props = {
  list: List;
  /** The position of the person on screen, from 1 on; the first who waits where there is none. */
  at: number | undefined;
  onAt: (at: number) => void;
  onLeave?: () => void;
  /** The level of the heading that names the person. */
  level?: 2 | 3;
};

/** A call list, one person a screen: the form is open, Enter saves it and goes to the next. */
export function CallRunner({ list, at, onAt, onLeave, level = 2 }: Props) {
  const { t } = useTranslation();
  const { data: entries, error, refetch } = useCallEntries(list.id);
  const undoingRef = useRef<Promise<unknown>>(undefined);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  if (error && !entries) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!entries) return <LinesSkeleton lines={6} />;
  const waiting = entries.findIndex(({ state }) => state === 'waiting');
  const index = at === undefined ? waiting : Math.min(Math.max(at, 1), entries.length) - 1;
  const entry = entries[index];
  if (!entry) {
    return (
      <EmptyState
        icon={IconPhoneCheck}
        title={t('callLists.allDone')}
        hint={t('callLists.allDoneHint', { count: entries.length })}
        action={onLeave && { label: t('callLists.leave'), run: onLeave }}
      />
    );
  }
  const goTo = (next: number) => {
    if (here.current) onAt(next);
  };
  return <Running {...{ list, entries, entry, index, level, undoingRef }} onAt={goTo} />;
}

type RunningProps = {
  list: List;
  entries: readonly CallEntry[];
  entry: CallEntry;
  index: number;
  onAt: (at: number) => void;
  level: 2 | 3;
  /** What is being taken back: the next write waits for it. */
  undoingRef: RefObject<Promise<unknown> | undefined>;
};

function Running({ list, entries, entry, index, onAt, level, undoingRef }: RunningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [refused, setRefused] = useState<Record<string, string>>({});
  const total = entries.length;
  const done = entries.filter(({ state }) => state !== 'waiting').length;
  const go = (step: number) => {
    if (entries[index + step]) onAt(index + 1 + step);
  };
  const goOn = () => {
    const next = nextWaiting(
      entries.map(({ state }) => state),
      index,
    );
    onAt(next === undefined ? total + 1 : next + 1);
  };
  const waitAgain = <Result,>(one: CallEntry, undo: () => Promise<Result>): Promise<Result> => {
    showState(client, one, 'waiting');
    onAt(one.position);
    const undone = undo();
    undoingRef.current = undone.catch(() => {});
    return undone;
  };
  const log = useChange<{ entry: CallEntry; draft: Saved }, Schemas['ContactLogView'] | undefined>({
    patch: ({ entry: one }) => showState(client, one, 'done'),
    send: async ({ entry: one, draft }, key) => {
      await undoingRef.current;
      return sendContact(logOf(list, one, draft), key);
    },
    stale: contactStale,
    said: ({ entry: one, draft }, logged) => ({
      title: t('poaching.logged', { name: one.candidateName }),
      ...(logged && {
        undo: () => {
          keepDraft(one.id, draft);
          return waitAgain(one, () => takeBackContact(logged.id));
        },
      }),
    }),
    failed: ({ entry: one, draft }, thrown) => {
      keepDraft(one.id, draft);
      const { title, detail } = explain(thrown);
      tellBlocked(thrown, {
        candidateId: one.candidateId,
        name: one.candidateName,
        searchId: list.searchId,
        again: () => void log({ entry: one, draft }).then(goOn, () => {}),
      });
      setRefused((all) => ({ ...all, [one.id]: [title, detail].filter(Boolean).join('. ') }));
      onAt(one.position);
      return true;
    },
  });
  const skipping = (one: CallEntry) => ({ params: { path: { id: one.callListId, entryId: one.id } } });
  const skip = useChange<CallEntry, unknown>({
    patch: (one) => showState(client, one, 'skipped'),
    send: async (one) => {
      await undoingRef.current;
      return api.POST('/api/v1/call-lists/{id}/entries/{entryId}/skipping', skipping(one));
    },
    stale: ['/call-lists'],
    said: (one) => ({
      title: t('callLists.skipped', { name: one.candidateName }),
      undo: async () => {
        const path = '/api/v1/call-lists/{id}/entries/{entryId}/skipping';
        await waitAgain(one, () => api.DELETE(path, skipping(one)));
      },
    }),
  });
  const save = (draft: Saved) => {
    dropDraft(entry.id, draft.channel);
    setRefused(({ [entry.id]: _, ...others }) => others);
    void log({ entry, draft }).catch(() => {});
    goOn();
  };
  const pass = () => {
    void skip(entry).catch(() => onAt(entry.position));
    goOn();
  };
  const mayLog = may('contact-log.write');
  const waits = entry.state === 'waiting';
  useShortcut('next', () => go(1));
  useShortcut('previous', () => go(-1));
  useShortcut('skip', pass, mayLog && waits);
  return (
    <div className={classes.runner}>
      <div className={classes.bar}>
        <ActionIcon variant="default" disabled={index === 0} aria-label={t('callLists.back')} onClick={() => go(-1)}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={index === total - 1}
          aria-label={t('callLists.forth')}
          onClick={() => go(1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <Text fw={600} role="status">
          {t('callLists.progress', { position: format.number(index + 1), total: format.number(total) })}
        </Text>
        <Progress
          className={classes.progress}
          value={(done / total) * 100}
          aria-label={t('callLists.doneOf', { done: format.number(done), total: format.number(total) })}
        />
        <Text size="sm" c="dimmed">
          {waits
            ? t('callLists.doneOf', { done: format.number(done), total: format.number(total) })
            : t(`callLists.state.${entry.state}`)}
        </Text>
      </div>
      <CallPerson key={entry.id} entry={entry} level={level} searchId={list.searchId} />
      {mayLog && waits && (
        <CallForm
          key={`form-${entry.id}`}
          entryId={entry.id}
          name={entry.candidateName}
          refused={refused[entry.id]}
          doNotContact={entry.doNotContact}
          candidateId={entry.candidateId}
          searchId={list.searchId}
          onSave={save}
          onSkip={pass}
        />
      )}
      {mayLog && !waits && (
        <div>
          <Text c="dimmed">{t(`callLists.state.${entry.state}`)}</Text>
          <Button mt="xs" variant="light" leftSection={<IconPhone size={16} aria-hidden />} onClick={goOn}>
            {t('callLists.goOn')}
          </Button>
        </div>
      )}
    </div>
  );
}

function logOf(list: List, entry: CallEntry, draft: Saved): Schemas['LogContact'] {
  const { channel, outcome, text, followUp, inbound, facts = {}, messageTemplateId } = draft;
  return {
    candidateId: entry.candidateId,
    callListEntryId: entry.id,
    channel,
    outcome,
    direction: inbound ? 'inbound' : 'outbound',
    ...toldFacts({ ...facts, ...(outcome !== 'not_now' && { notNowUntil: null }) }),
    ...(messageTemplateId && { messageTemplateId }),
    ...(list.searchId && { searchId: list.searchId }),
    ...(text.trim() && { text: text.trim() }),
    ...(followUp && { followUp: { dueOn: followUp } }),
  };
}
