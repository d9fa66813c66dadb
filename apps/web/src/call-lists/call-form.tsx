import { Button, Checkbox, Chip, Group, Input, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import {
  contactChannels,
  contactOutcomes,
  type ContactChannel,
  type ContactOutcome,
} from '@domain/poaching/contact-log.js';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcuts, type ShortcutId } from '../app/shortcuts.js';
import { useShortcut } from '../app/use-shortcuts.js';
import { later } from '../ui/later.js';
import { optionsOf } from '../ui/options.js';
import { type CallDraft, followUps, inDays, useDraft } from './call-draft.js';
import classes from './call.module.css';

const AttemptFactsFields = later(async () => (await import('../poaching/parts/attempt-facts.js')).AttemptFactsFields);
const MessageDialog = later(async () => (await import('../poaching/parts/message-dialog.js')).MessageDialog);

type Props = {
  entryId: string;
  name: string;
  /** Why the last attempt was refused, beside the form. */
  refused: string | undefined;
  doNotContact: boolean;
  candidateId: string;
  searchId: string | null;
  onSave: (draft: CallDraft & { outcome: ContactOutcome }) => void;
  onSkip?: (() => void) | undefined;
};

const outcomeKeys = contactOutcomes.map((outcome, index) => ({ outcome, id: `outcome${index + 1}` as ShortcutId }));

/** How a call went: outcome and follow-up by one key each, Enter saves. */
export function CallForm({ entryId, name, refused, doNotContact, candidateId, searchId, onSave, onSkip }: Props) {
  const { t } = useTranslation();
  const [draft, change] = useDraft(entryId);
  const [missing, setMissing] = useState(false);
  const [telling, setTelling] = useState(draft.facts !== undefined);
  const [writing, setWriting] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const choose = (outcome: ContactOutcome) => {
    setMissing(false);
    change({ outcome });
  };
  const save = () => {
    const { outcome } = draft;
    if (outcome) onSave({ ...draft, outcome });
    else {
      setMissing(true);
      text.current?.blur();
      first.current?.focus();
    }
  };
  const again = (day: string) => change({ followUp: draft.followUp === day ? undefined : day });
  useShortcut('callSave', save);
  useShortcut('message', () => setWriting(true));
  useShortcut('note', () => text.current?.focus());
  const error = missing ? t('callLists.outcomeNeeded') : undefined;
  const other = draft.followUp !== undefined && followUps.every(({ days }) => inDays(days) !== draft.followUp);
  return (
    <form
      className={classes.form}
      aria-label={t('poaching.title', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      noValidate
    >
      {outcomeKeys.map(({ outcome, id }) => (
        <Key key={id} id={id} run={() => choose(outcome)} />
      ))}
      {followUps.map(({ id, days }) => (
        <Key key={id} id={id} run={() => again(inDays(days))} />
      ))}
      {refused && (
        <Text c="red" role="alert">
          {refused}
        </Text>
      )}
      <Input.Wrapper label={t('poaching.outcome')} labelElement="div" error={error}>
        <Chip.Group value={draft.outcome ?? null} onChange={(value) => choose(value as ContactOutcome)}>
          <Group gap={6} mt={4} role="radiogroup" aria-label={t('poaching.outcome')}>
            {outcomeKeys.map(({ outcome, id }, index) => (
              <Chip
                key={outcome}
                value={outcome}
                radius="sm"
                ref={index === 0 ? first : undefined}
                aria-keyshortcuts={shortcuts[id].keys}
              >
                <Cap keys={shortcuts[id].keys} />
                {t(`words.outcome.${outcome}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Textarea
        ref={text}
        autosize
        minRows={2}
        maxRows={8}
        label={t('poaching.text')}
        aria-keyshortcuts="n"
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') text.current?.blur();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <Input.Wrapper label={t('callLists.followUp')} labelElement="div">
        <Group gap={6} mt={4}>
          {followUps.map(({ id, days }) => (
            <Chip
              key={id}
              radius="sm"
              checked={draft.followUp === inDays(days)}
              onChange={() => again(inDays(days))}
              aria-keyshortcuts={shortcuts[id].keys}
            >
              <Cap keys={shortcuts[id].keys} />
              {t(`callLists.${id}`)}
            </Chip>
          ))}
          <TextInput
            type="date"
            aria-label={t('poaching.followUpOn')}
            value={other ? draft.followUp : ''}
            onChange={(event) => change({ followUp: event.currentTarget.value || undefined })}
          />
        </Group>
      </Input.Wrapper>
      <Button
        variant="subtle"
        size="compact-sm"
        justify="flex-start"
        aria-expanded={telling}
        onClick={() => setTelling(!telling)}
      >
        {t('poaching.details')}
      </Button>
      <Suspense>
        {telling && (
          <AttemptFactsFields
            outcome={draft.outcome}
            facts={draft.facts ?? {}}
            onChange={(facts) => change({ facts })}
          />
        )}
        {writing && (
          <MessageDialog
            candidateId={candidateId}
            searchId={searchId ?? undefined}
            onSent={({ text: written, messageTemplateId, channel }) => {
              setWriting(false);
              change({ text: written, messageTemplateId, channel, outcome: draft.outcome ?? 'left_message' });
            }}
            onClose={() => setWriting(false)}
          />
        )}
      </Suspense>
      <Group gap="md" align="end">
        <NativeSelect
          label={t('poaching.channel')}
          data={optionsOf(contactChannels, (word) => t(`words.channel.${word}`))}
          value={draft.channel}
          onChange={(event) => change({ channel: event.currentTarget.value as ContactChannel })}
        />
        <Checkbox
          mb={8}
          label={t('callLists.inbound')}
          description={doNotContact ? t('callLists.inboundOnly') : undefined}
          checked={draft.inbound}
          onChange={(event) => change({ inbound: event.currentTarget.checked })}
        />
      </Group>
      <Group gap="xs">
        <Button type="submit" aria-keyshortcuts="enter" disabled={doNotContact && !draft.inbound}>
          {t('callLists.save')}
        </Button>
        <Button variant="default" aria-keyshortcuts="r" disabled={doNotContact} onClick={() => setWriting(true)}>
          {t('poaching.message.open')}
        </Button>
        {onSkip && (
          <Button variant="default" aria-keyshortcuts="s" onClick={onSkip}>
            {t('callLists.skip')}
          </Button>
        )}
      </Group>
    </form>
  );
}

/** One key of the table that acts while this stands on screen. */
function Key({ id, run }: { id: ShortcutId; run: () => void }) {
  useShortcut(id, run);
  return null;
}

function Cap({ keys }: { keys: string }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {keys.toUpperCase()}
    </kbd>
  );
}
