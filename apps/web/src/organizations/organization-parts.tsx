import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { aliasKinds, successionKinds } from '@domain/organizations/organization.js';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import type { FieldValue } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';
import { OrganizationPicker } from './parts/organization-picker.js';
import { useParts } from './use-parts.js';

type Props = { organization: Schemas['OrganizationView']; editable: boolean };
type Values = Record<string, FieldValue>;

/** Other names and web domains. */
export function Names({ organization: { id, aliases }, editable }: Props) {
  const { t } = useTranslation();
  const { addName, removeName } = useParts(id);
  return (
    <Part
      title={t('organizations.names')}
      add={t('organizations.addName')}
      editable={editable}
      initial={{ kind: 'name' }}
      fields={[
        { name: 'value', label: t('organizations.field.name'), kind: 'text', required: true },
        {
          name: 'kind',
          label: t('organizations.field.kind'),
          kind: 'choice',
          required: true,
          options: optionsOf(aliasKinds, (word) => t(`words.aliasKind.${word}`)),
        },
      ]}
      onAdd={(values, key) => addName(values as Schemas['AddAlias'], key)}
    >
      {aliases.map((alias) => (
        <Line
          key={alias.id}
          remove={editable ? t('organizations.removeName', { name: alias.value }) : undefined}
          onRemove={() => removeName(alias)}
        >
          {alias.value}{' '}
          <Text span c="dimmed" size="sm">
            {t(`words.aliasKind.${alias.kind}`)}
          </Text>
        </Line>
      ))}
    </Part>
  );
}

/** What followed this organization, and what it followed. */
export function Successors({ organization: { id, successors, predecessors }, editable }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { addSuccessor, removeSuccessor } = useParts(id);
  return (
    <Part
      title={t('organizations.successors')}
      add={t('organizations.addSuccessor')}
      editable={editable}
      initial={{ kind: 'renamed' }}
      fields={[
        {
          name: 'successorId',
          label: t('organizations.successor'),
          kind: 'record',
          Picker: OrganizationPicker,
          required: true,
        },
        {
          name: 'kind',
          label: t('organizations.how'),
          kind: 'choice',
          required: true,
          options: optionsOf(successionKinds, (word) => t(`words.succession.${word}`)),
        },
        { name: 'happenedOn', label: t('organizations.happenedOn'), kind: 'day', required: true },
      ]}
      onAdd={(values, key) => addSuccessor(values as Schemas['AddSuccessor'], key)}
    >
      {successors.map((one) => (
        <Line
          key={one.id}
          remove={editable ? t('organizations.removeName', { name: one.organizationName }) : undefined}
          onRemove={() => removeSuccessor(one)}
        >
          {t(`words.succession.${one.kind}`)}{' '}
          <Link to="/organizations/$id" params={{ id: one.organizationId }}>
            {one.organizationName}
          </Link>{' '}
          <Text span c="dimmed" size="sm">
            {format.day(one.happenedOn)}
          </Text>
        </Line>
      ))}
      {predecessors.map((one) => (
        <Line key={one.id}>
          <Link to="/organizations/$id" params={{ id: one.organizationId }}>
            {t('organizations.predecessor', { name: one.organizationName })}
          </Link>{' '}
          <Text span c="dimmed" size="sm">
            {format.day(one.happenedOn)}
          </Text>
        </Line>
      ))}
    </Part>
  );
}

/** Funding rounds, newest first. */
export function Funding({ organization: { id, fundingRounds }, editable }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { addRound, removeRound } = useParts(id);
  return (
    <Part
      title={t('organizations.funding')}
      add={t('organizations.addFunding')}
      editable={editable}
      initial={{ currency: 'USD' }}
      fields={[
        { name: 'name', label: t('organizations.round'), kind: 'text', required: true },
        { name: 'announcedOn', label: t('organizations.announcedOn'), kind: 'day', required: true },
        { name: 'amount', label: t('organizations.amount'), kind: 'amount' },
        { name: 'postMoneyAmount', label: t('organizations.postMoney'), kind: 'amount' },
        { name: 'currency', label: t('organizations.currency'), kind: 'text' },
        { name: 'investors', label: t('organizations.investors'), kind: 'text' },
        { name: 'source', label: t('organizations.sourceOf'), kind: 'text' },
      ]}
      onAdd={({ currency, ...values }, key) => {
        const moneys = values['amount'] ?? values['postMoneyAmount'];
        return addRound({ ...values, ...(moneys ? { currency } : {}) } as Schemas['AddFundingRound'], key);
      }}
    >
      {fundingRounds.map((round) => (
        <Line
          key={round.id}
          remove={editable ? t('organizations.removeName', { name: round.name }) : undefined}
          onRemove={() => removeRound(round)}
        >
          <strong>{round.name}</strong>{' '}
          <Text span c="dimmed" size="sm">
            {[
              round.amount && format.moneyShort(round.amount as Schemas['Money']),
              format.day(round.announcedOn),
              round.investors,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Line>
      ))}
    </Part>
  );
}

type PartProps = {
  title: string;
  add: string;
  editable: boolean;
  initial: Values;
  fields: React.ComponentProps<typeof FormDialog>['fields'];
  onAdd: (values: Values, key: string) => Promise<void>;
  children: React.ReactNode[] | React.ReactNode[][];
};

function Part({ title, add, editable, initial, fields, onAdd, children }: PartProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const nothing = (children.flat() as React.ReactNode[]).length === 0;
  if (nothing && !editable) return null;
  return (
    <Panel
      title={title}
      aside={
        editable && (
          <ActionIcon aria-label={add} title={add} onClick={() => setAdding(true)}>
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {nothing ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
          {add}
        </Button>
      ) : (
        children
      )}
      {adding && (
        <FormDialog
          title={add}
          submit={t('ui.add')}
          initial={initial}
          fields={fields}
          onClose={() => setAdding(false)}
          onSubmit={onAdd}
        />
      )}
    </Panel>
  );
}

type LineProps = { remove?: string | undefined; onRemove?: () => Promise<unknown>; children: React.ReactNode };

function Line({ remove, onRemove, children }: LineProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" mih={32}>
      <div>{children}</div>
      {remove && onRemove && (
        <ActionIcon size="sm" aria-label={remove} onClick={() => void onRemove().catch(() => {})}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
