import { Button, Modal, Text } from '@mantine/core';
import { IconArrowRight, IconDoorExit, IconPlus, IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { useMay, useMe } from '../app/session.js';
import { ErrorState } from '../ui/error-state.js';
import { notify } from '../ui/notices.js';
import { LinesSkeleton } from '../ui/page.js';
import { Timeline, type TimelineEntry } from '../ui/timeline.js';
import type { Card } from './board-state.js';

type Entry = Schemas['StageEntryView'];
type Props = { card: Card; onUndo: (entryId: string) => Promise<void>; onClose: () => void };

const icons = { added: IconPlus, moved: IconArrowRight, exited: IconDoorExit, reopened: IconRotate };

/** Every step of somebody in a search, the latest first; what was undone stays, struck through. */
export function HistoryDialog({ card, onUndo, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidacies/{id}/history', {
    params: { path: { id: card.id } },
  });
  const latest = data?.items.find(({ voidedAt }) => voidedAt === null);
  const undoable = (entry: Entry) =>
    entry.id === latest?.id &&
    entry.kind !== 'added' &&
    may('candidacy.move') &&
    (entry.memberId === me.id || may('candidacy.void'));
  const undo = async (entry: Entry) => {
    setBusy(true);
    try {
      await onUndo(entry.id);
      notify({ title: t('candidacies.history.voided') });
    } catch (thrown) {
      tell(thrown);
    } finally {
      setBusy(false);
      await refetch();
    }
  };
  const titleOf = (entry: Entry): string => {
    if (entry.kind === 'exited') {
      const party = entry.exitParty && t(`words.party.${entry.exitParty}`);
      const reason = entry.exitReason && t(`words.exitReason.${entry.exitReason}`);
      return [t('words.entryKind.exited'), party, reason].filter(Boolean).join(' · ');
    }
    return entry.kind === 'moved'
      ? t('candidacies.history.from', {
          from: entry.fromStageName ?? t('ui.none'),
          to: entry.toStageName ?? t('ui.none'),
        })
      : `${t(`words.entryKind.${entry.kind}`)} · ${entry.toStageName ?? t('ui.none')}`;
  };
  const entries = (data?.items ?? []).map((entry): TimelineEntry => {
    const Icon = icons[entry.kind];
    return {
      id: entry.id,
      at: entry.occurredAt,
      icon: <Icon size={15} />,
      title: (
        <>
          <strong>{titleOf(entry)}</strong>{' '}
          {entry.memberName && (
            <Text span size="sm" c="dimmed">
              {entry.memberName}
            </Text>
          )}
        </>
      ),
      body: entry.note ? <Text className="multiline">{entry.note}</Text> : undefined,
      voidedBy: entry.voidedAt === null ? undefined : (entry.voidedByName ?? t('ui.none')),
      actions: undoable(entry) ? (
        <Button size="compact-xs" variant="subtle" loading={busy} onClick={() => void undo(entry)}>
          {t('candidacies.history.void')}
        </Button>
      ) : undefined,
    };
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('candidacies.history.title', { name: card.candidateName })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Timeline entries={entries} />
      ) : (
        <LinesSkeleton lines={5} />
      )}
    </Modal>
  );
}
