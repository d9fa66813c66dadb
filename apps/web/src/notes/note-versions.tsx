import { Badge, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Piece } from '@domain/notes/difference.js';
import { type NoteVersion, versionsOf } from '@domain/notes/versions.js';
import { $api } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { ErrorState } from '../ui/error-state.js';
import { LinesSkeleton } from '../ui/page.js';
import classes from './note-editor.module.css';

/** What a note said before: each version with its author, its time and what changed. */
export function NoteVersions({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/notes/{id}', { params: { path: { id } } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('notes.history.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={5} />
      ) : (
        <Stack component="ol" gap="md" className={classes.versions}>
          {versionsOf(data).map((version) => (
            <li key={version.at}>
              <Version version={version} />
            </li>
          ))}
        </Stack>
      )}
    </Modal>
  );
}

function Version({ version: { at, authorName, body, pieces, visibility, shownBefore } }: { version: NoteVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = (one: NoteVersion['visibility']) => t(`words.visibility.${one}`);
  const same = pieces?.every(({ kind }) => kind === 'same');
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {authorName}
        </Text>
        <Text size="sm" c="dimmed">
          <time dateTime={at}>{format.dateTime(at)}</time>
        </Text>
        {!pieces && (
          <Badge size="xs" variant="light" color="gray">
            {t('notes.history.first')}
          </Badge>
        )}
      </Group>
      {shownBefore && (
        <Text size="sm">{t('notes.history.shown', { before: word(shownBefore), now: word(visibility) })}</Text>
      )}
      {same && !shownBefore && <Text size="sm">{t('notes.history.form')}</Text>}
      <Text className={classes.said}>{pieces ? pieces.map(marked) : body}</Text>
    </>
  );
}

function marked({ kind, text }: Piece, index: number): React.ReactNode {
  if (kind === 'same') return text;
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag key={index} className={classes[kind]}>
      {text}
    </Tag>
  );
}
