import { ActionIcon, Alert, Anchor, Badge, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconBan, IconCopy, IconPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { shortcuts } from '../app/shortcuts.js';
import { useShortcut } from '../app/use-shortcuts.js';
import { AttemptConflict } from '../poaching/parts/attempt-conflict.js';
import { OffLimitsBanner } from '../off-limits/parts/off-limits-banner.js';
import { copyText } from '../ui/copy-text.js';
import { ErrorState } from '../ui/error-state.js';
import type { CallEntry } from './use-call-list.js';
import classes from './call.module.css';

type Channel = Schemas['CallChannel'];

const dialOf = (value: string) => `tel:${value.replaceAll(/[^\d+]/g, '')}`;

/** Who is called next: what they do, the hook, the last contact, and how they are reached. */
export function CallPerson({ entry, level, searchId }: { entry: CallEntry; level: 2 | 3; searchId: string | null }) {
  const { t } = useTranslation();
  const [first, second] = useFormat().names(entry.candidateName, entry.nativeName);
  const { candidateId, currentTitle, currentOrganizationName, doNotContact } = entry;
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/call-lists/{id}/entries/{entryId}', {
    params: { path: { id: entry.callListId, entryId: entry.id } },
  });
  return (
    <div className={classes.person}>
      <div>
        <Title order={level} size="h2">
          <Link to="/candidates/$id" params={{ id: candidateId }}>
            {first}
          </Link>
          {second && (
            <Text span inherit c="dimmed">
              {` ${second}`}
            </Text>
          )}
        </Title>
        <Text>{[currentTitle, currentOrganizationName].filter(Boolean).join(' · ')}</Text>
        {data && (
          <Text size="sm" c="dimmed">
            {[data.headline, data.city, data.country, data.ownerName && t('callLists.owner', { name: data.ownerName })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </div>
      <AttemptConflict candidateId={candidateId} />
      <OffLimitsBanner candidateId={candidateId} name={first} searchId={searchId} />
      {doNotContact && (
        <Alert
          color="red"
          variant="light"
          icon={<IconBan size={18} aria-hidden />}
          title={t('candidates.field.doNotContact')}
        >
          {t('callLists.inboundOnly')}
        </Alert>
      )}
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Facts entry={data} />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div aria-hidden>
      {[70, 90, 55, 80, 40].map((width) => (
        <Skeleton key={width} height={16} mt="sm" width={`${width}%`} />
      ))}
    </div>
  );
}

function Facts({ entry }: { entry: Schemas['CallListEntryView'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { channels, hooks, lastContact, lastNote, searches, task } = entry;
  return (
    <>
      <Channels channels={channels} />
      {hooks.map((hook) => (
        <section key={hook.id} className={classes.fact} aria-label={t('callLists.hook')}>
          <Text size="sm" c="dimmed">
            <IconPin size={14} aria-hidden /> {t('callLists.hook')}
          </Text>
          <Text className={classes.words}>{hook.body}</Text>
        </section>
      ))}
      <section className={classes.fact} aria-label={t('callLists.lastContact')}>
        <Text size="sm" c="dimmed">
          {t('callLists.lastContact')}
        </Text>
        {lastContact ? (
          <>
            <Text>
              {[
                t(`words.channel.${lastContact.channel}`),
                t(`words.outcome.${lastContact.outcome}`),
                format.date(lastContact.occurredAt),
                lastContact.memberName,
              ].join(' · ')}
            </Text>
            {lastContact.text && <Text className={classes.words}>{lastContact.text}</Text>}
          </>
        ) : (
          <Text>{t('callLists.noContact')}</Text>
        )}
      </section>
      {lastNote && (
        <section className={classes.fact} aria-label={t('callLists.lastNote')}>
          <Text size="sm" c="dimmed">
            {[t('callLists.lastNote'), format.date(lastNote.createdAt), lastNote.authorName].join(' · ')}
          </Text>
          <Text className={classes.words}>{lastNote.body}</Text>
        </section>
      )}
      {task && !task.doneAt && (
        <Text size="sm">
          {[t('callLists.task'), task.title, task.dueOn && format.day(task.dueOn)].filter(Boolean).join(' · ')}
        </Text>
      )}
      {searches.length > 0 && (
        <Group gap={6}>
          {searches.map((search) => (
            <Badge key={search.id} variant="light" tt="none">
              {[search.title, search.stageName].filter(Boolean).join(' · ')}
            </Badge>
          ))}
        </Group>
      )}
    </>
  );
}

function Channels({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation();
  const [first] = channels;
  const phone = channels.find(({ kind }) => kind === 'phone');
  const wechat = channels.find(({ kind }) => kind === 'wechat');
  const copy = ({ value }: Channel) => void copyText(value, t('callLists.copied', { value }));
  useShortcut('copyChannel', () => first && copy(first), first !== undefined);
  useShortcut('copyWechat', () => wechat && copy(wechat), wechat !== undefined);
  useShortcut('dial', () => phone && location.assign(dialOf(phone.value)), phone !== undefined);
  if (channels.length === 0) return <Text c="dimmed">{t('candidates.channel.none')}</Text>;
  const keyOf = (channel: Channel) =>
    channel === phone ? shortcuts.dial.keys : channel === wechat ? shortcuts.copyWechat.keys : undefined;
  return (
    <ul className={classes.channels} aria-label={t('candidates.reach')}>
      {channels.map((channel) => {
        const { id, kind, value, bestTime } = channel;
        const keys = [keyOf(channel), channel === first ? shortcuts.copyChannel.keys : undefined].filter(Boolean);
        const href = kind === 'phone' ? dialOf(value) : kind === 'email' ? `mailto:${value}` : undefined;
        return (
          <li key={id}>
            <Text span size="sm" c="dimmed">
              {t(`words.channel.${kind}`)}
            </Text>{' '}
            {href ? <Anchor href={href}>{value}</Anchor> : value}{' '}
            <ActionIcon
              variant="subtle"
              aria-label={t('candidates.channel.copy', { value })}
              onClick={() => copy(channel)}
            >
              <IconCopy size={14} aria-hidden />
            </ActionIcon>
            {keys.map((key) => (
              <kbd key={key} className={classes.key} aria-hidden>
                {key?.toUpperCase()}
              </kbd>
            ))}
            {bestTime && (
              <Text span size="sm" c="dimmed">
                {bestTime}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
