import { ActionIcon, Anchor, Badge, CopyButton, Group, Text } from '@mantine/core';
import { channelKinds, channelStates, identifierKinds, type ChannelKind } from '@domain/candidates/candidate.js';
import { IconCheck, IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';
import { addressOf } from './profile-link.js';

type Props = { candidate: Schemas['CandidateView']; editable: boolean };

/** How the person is reached: who holds the channel, its state; one press copies or dials. */
export function Channels({ candidate: { id, channels }, editable }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const done = () => refresh(client, ['/candidates']);
  const remove = async (channelId: string) => {
    await api.DELETE('/api/v1/candidates/{candidateId}/channels/{id}', {
      params: { path: { candidateId: id, id: channelId } },
    });
    await done();
  };
  return (
    <Panel
      title={t('candidates.reach')}
      aside={editable && <Add label={t('candidates.channel.add')} onAdd={() => setAdding(true)} />}
    >
      {channels.length === 0 && <Text c="dimmed">{t('candidates.channel.none')}</Text>}
      {channels.map((channel) => (
        <Group key={channel.id} justify="space-between" wrap="nowrap" gap="xs" mih={40}>
          <div>
            <Text td={channel.doNotUse ? 'line-through' : undefined}>
              <ChannelLink kind={channel.kind} value={channel.value} />
            </Text>
            <Text size="xs" c="dimmed">
              {[
                t(`words.channel.${channel.kind}`),
                t(`words.channelState.${channel.state}`),
                channel.holderName,
                channel.bestTime,
                channel.doNotUse ? t('candidates.channel.doNotUse') : undefined,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          <Group gap={2} wrap="nowrap">
            <Copy value={channel.value} />
            {editable && (
              <ActionIcon
                aria-label={t('candidates.channel.remove', { value: channel.value })}
                onClick={() => void remove(channel.id).catch(tell)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        </Group>
      ))}
      {adding && (
        <FormDialog
          title={t('candidates.channel.add')}
          submit={t('ui.add')}
          initial={{ kind: 'email', state: 'connected' }}
          fields={[
            {
              name: 'kind',
              label: t('candidates.channel.kind'),
              kind: 'choice',
              required: true,
              options: optionsOf(channelKinds, (word) => t(`words.channel.${word}`)),
            },
            { name: 'value', label: t('candidates.channel.value'), kind: 'text', required: true },
            {
              name: 'state',
              label: t('candidates.channel.state'),
              kind: 'choice',
              required: true,
              options: optionsOf(channelStates, (word) => t(`words.channelState.${word}`)),
            },
            { name: 'holderId', label: t('candidates.channel.holder'), kind: 'record', Picker: UserPicker },
            { name: 'bestTime', label: t('candidates.channel.bestTime'), kind: 'text' },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/candidates/{id}/channels', {
              params: { path: { id } },
              body: values as Schemas['AddChannel'],
              headers: { 'Idempotency-Key': key },
            });
            await done();
          }}
        />
      )}
    </Panel>
  );
}

/** Profiles elsewhere; those known only by position in a list say so. */
export function Identifiers({ candidate: { id, identifiers }, editable }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const done = () => refresh(client, ['/candidates']);
  const remove = async (identifierId: string) => {
    await api.DELETE('/api/v1/candidates/{candidateId}/identifiers/{id}', {
      params: { path: { candidateId: id, id: identifierId } },
    });
    await done();
  };
  if (identifiers.length === 0 && !editable) return null;
  return (
    <Panel
      title={t('candidates.profiles')}
      aside={editable && <Add label={t('candidates.identifier.add')} onAdd={() => setAdding(true)} />}
    >
      {identifiers.map((identifier) => (
        <Group key={identifier.id} justify="space-between" wrap="nowrap" gap="xs" mih={32}>
          <Group gap="xs">
            <Anchor
              href={addressOf(identifier.kind, identifier.value)}
              target="_blank"
              rel="noreferrer noopener"
              size="sm"
            >
              {t(`words.identifier.${identifier.kind}`)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {identifier.value}
            </Text>
            {identifier.confidence === 'unsure' && (
              <Badge variant="light" color="yellow" tt="none">
                {t('candidates.identifier.unsure')}
              </Badge>
            )}
          </Group>
          {editable && (
            <ActionIcon
              aria-label={t('candidates.identifier.remove', { value: identifier.value })}
              onClick={() => void remove(identifier.id).catch(tell)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {adding && (
        <FormDialog
          title={t('candidates.identifier.add')}
          submit={t('ui.add')}
          initial={{ kind: 'openreview' }}
          fields={[
            {
              name: 'kind',
              label: t('candidates.identifier.kind'),
              kind: 'choice',
              required: true,
              options: optionsOf(identifierKinds, (word) => t(`words.identifier.${word}`)),
            },
            { name: 'value', label: t('candidates.identifier.value'), kind: 'text', required: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/candidates/{id}/identifiers', {
              params: { path: { id } },
              body: values as Schemas['AddIdentifier'],
              headers: { 'Idempotency-Key': key },
            });
            await done();
          }}
        />
      )}
    </Panel>
  );
}

function ChannelLink({ kind, value }: { kind: ChannelKind; value: string }) {
  if (kind === 'email') return <Anchor href={`mailto:${value}`}>{value}</Anchor>;
  if (kind === 'phone') return <Anchor href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>{value}</Anchor>;
  return <>{value}</>;
}

function Copy({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <ActionIcon
          aria-label={copied ? t('candidates.channel.copied') : t('candidates.channel.copy', { value })}
          onClick={copy}
        >
          {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        </ActionIcon>
      )}
    </CopyButton>
  );
}

function Add({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <ActionIcon aria-label={label} title={label} onClick={onAdd}>
      <IconPlus size={16} aria-hidden />
    </ActionIcon>
  );
}
