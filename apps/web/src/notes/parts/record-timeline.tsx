import { Badge, Button, SegmentedControl, Text } from '@mantine/core';
import { IconArrowRight, IconHistory, IconMessage, IconNote, IconPencil } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { eventName, eventWords } from '../../app/event-words.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { MoreBelow } from '../../ui/more-below.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Timeline, type TimelineEntry } from '../../ui/timeline.js';
import type { DocumentNode } from '@domain/notes/document.js';
import { NoteActions } from '../note-actions.js';
import { NoteEditing } from '../note-editing.js';
import { NoteText } from '../note-text.js';
import { useKept } from '../use-draft.js';
import { NoteComposer } from './note-composer.js';

type Entry = Schemas['TimelineEntry'];
type Subject = 'candidate' | 'organization' | 'search';
const kinds = ['all', 'note', 'contact', 'stage', 'event'] as const;

const icons = { note: IconNote, contact: IconMessage, stage: IconArrowRight, event: IconPencil };
const paths = {
  candidate: '/api/v1/candidates/{id}/timeline',
  organization: '/api/v1/organizations/{id}/timeline',
  search: '/api/v1/searches/{id}/timeline',
} as const;

type Props = {
  subjectType: Subject;
  subjectId: string;
  /** One kind alone, with no choice of others. */
  only?: 'note';
};

/** Everything that happened with a record, newest first, with the place to write the next note. */
export function RecordTimeline({ subjectType, subjectId, only }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const asked = useSearch({ strict: false, select: ({ kind: one }: { kind?: string }) => one });
  const navigate = useNavigate();
  const kind = only ?? kinds.find((one) => one === asked) ?? 'all';
  const setKind = (next: string) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, kind: next === 'all' ? undefined : next }),
      replace: true,
    });
  const query = $api.useInfiniteQuery(
    'get',
    paths[subjectType],
    { params: { path: { id: subjectId }, query: { limit: 50, ...(kind !== 'all' && { kind }) } } },
    { ...byCursor, enabled: may('event.read') },
  );
  const list = useListState<Entry>(query);
  const pinned = usePinned(subjectId, kind === 'all' || kind === 'note');
  const first = new Set(pinned.map(({ id }) => id));
  const [editing, setEditing] = useState<string | null>(null);
  const words = useEntries(subjectType, editing, setEditing);
  return (
    <>
      <NoteComposer key={subjectId} subjectType={subjectType} subjectId={subjectId} />
      {!only && (
        <SegmentedControl
          mt="md"
          size="xs"
          aria-label={t('notes.timeline.filter')}
          value={kind}
          onChange={setKind}
          data={kinds.map((value) => ({
            value,
            label: t(`notes.timeline.${value}`),
          }))}
        />
      )}
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={8} />
      ) : list.rows.length === 0 ? (
        <EmptyState
          icon={IconHistory}
          title={t(only ? 'notes.timeline.noNotes' : 'notes.timeline.empty')}
          {...(!only && { hint: t('notes.timeline.emptyHint') })}
        />
      ) : (
        <>
          {pinned.length > 0 && <Timeline title={t('notes.pinned')} entries={pinned.map(words)} />}
          <Timeline entries={list.rows.filter(({ kind: of, id }) => of !== 'note' || !first.has(id)).map(words)} />
        </>
      )}
      <MoreBelow list={list} />
    </>
  );
}

/** The pinned notes of a record as entries of its timeline, where they are wanted: they stand first. */
function usePinned(subjectId: string, wanted: boolean): Entry[] {
  const may = useMay();
  const query = { timelineOf: subjectId, pinned: true, limit: 20 };
  const { data } = $api.useQuery(
    'get',
    '/api/v1/notes',
    { params: { query } },
    { enabled: wanted && may('note.read') },
  );
  if (!wanted) return [];
  return (data?.items ?? []).map(
    ({ id, authorId, authorName, createdAt, body, visibility, pinned, document, version, editCount }) => ({
      id,
      at: createdAt,
      kind: 'note',
      type: 'note.written',
      actorId: authorId,
      actorName: authorName,
      candidateId: null,
      candidateName: null,
      organizationId: null,
      organizationName: null,
      searchId: null,
      searchTitle: null,
      subjectId: id,
      text: body,
      data: { visibility, pinned, document, version, edited: editCount > 0 } as unknown as Entry['data'],
    }),
  );
}

function useEntries(
  of: Subject,
  editing: string | null,
  setEditing: (id: string | null) => void,
): (entry: Entry) => TimelineEntry {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = useKept();
  const word = (key: string, fallback: string): string =>
    i18next.exists(`words.${key}`) ? String(t(`words.${key}` as 'words.party.client')) : fallback;
  const texts = (entry: Entry): string[] => {
    const data = entry.data as Record<string, unknown>;
    const said = (name: string): string | undefined =>
      typeof data[name] === 'string' ? String(data[name]) : undefined;
    const parts: (string | undefined)[] = [
      entry.kind === 'contact' ? word(`channel.${said('channel')}`, '') : undefined,
      entry.kind === 'contact' ? word(`outcome.${said('outcome')}`, '') : undefined,
      entry.kind === 'stage' && said('toStage') ? t('notes.timeline.to', { stage: said('toStage') }) : undefined,
      entry.kind === 'stage' && said('reason') ? word(`exitReason.${said('reason')}`, '') : undefined,
      entry.kind === 'note' && said('visibility') !== 'agency'
        ? word(`visibility.${said('visibility')}`, '')
        : undefined,
      ...(entry.kind === 'event' ? eventWords(data, format) : []),
    ];
    return parts.filter((part): part is string => part !== undefined && part !== '');
  };
  return (entry) => {
    const Icon = icons[entry.kind];
    const data = entry.data as Record<string, unknown>;
    return {
      id: entry.id,
      at: entry.at,
      icon: <Icon size={15} />,
      title: (
        <>
          <strong>{eventName(entry.type)}</strong>{' '}
          <Text span size="sm" c="dimmed">
            {[...texts(entry), entry.actorName ?? t('notes.timeline.system')].join(' · ')}
          </Text>{' '}
          <Links entry={entry} of={of} />
          {data['pinned'] === true && (
            <Badge size="xs" variant="light">
              {t('notes.pinned')}
            </Badge>
          )}
        </>
      ),
      body:
        entry.kind === 'note' && entry.subjectId && entry.subjectId === editing ? (
          <NoteEditing id={entry.subjectId} onClose={() => setEditing(null)} />
        ) : data['document'] ? (
          <NoteText document={data['document'] as DocumentNode} />
        ) : entry.text ? (
          <Text style={{ whiteSpace: 'pre-wrap' }}>{entry.text}</Text>
        ) : undefined,
      after:
        entry.kind === 'note' && entry.subjectId && entry.subjectId !== editing && kept(entry.subjectId) ? (
          <Button size="compact-xs" variant="light" onClick={() => setEditing(entry.subjectId)}>
            {t('notes.goOn')}
          </Button>
        ) : undefined,
      actions:
        entry.kind === 'note' && entry.subjectId ? (
          <NoteActions id={entry.subjectId} onEdit={() => setEditing(entry.subjectId)} />
        ) : undefined,
      voidedBy: data['voidedAt'] ? t('notes.timeline.undone') : undefined,
    };
  };
}

function Links({ entry, of }: { entry: Entry; of: Subject }) {
  return (
    <Text span size="sm">
      {of !== 'candidate' && entry.candidateId && (
        <Link to="/candidates/$id" params={{ id: entry.candidateId }}>
          {entry.candidateName}
        </Link>
      )}{' '}
      {of !== 'search' && entry.searchId && (
        <Link to="/searches/$id" params={{ id: entry.searchId }}>
          {entry.searchTitle}
        </Link>
      )}
    </Text>
  );
}
