import { ActionIcon, Badge, Button, Group, Paper, Text } from '@mantine/core';
import { affiliationTypes, confidences } from '@domain/candidates/candidate.js';
import { IconBuilding, IconChevronUp, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { LevelLine } from '../organizations/parts/level-line.js';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { EmptyState } from '../ui/empty-state.js';
import { Facts } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { useAffiliations } from './use-affiliations.js';
import { CandidatePicker } from './parts/candidate-picker.js';

type Affiliation = Schemas['AffiliationView'];

/** Where the person is and was, each edited where it stands; what only a list's position says is marked unsure. */
export function AffiliationsTab({ candidate, editable }: { candidate: Schemas['CandidateView']; editable: boolean }) {
  const { t } = useTranslation();
  const fields = useAffiliationFields();
  const { add, change, takeAway } = useAffiliations(candidate);
  const [adding, setAdding] = useState(false);
  const { affiliations } = candidate;
  const action = { label: t('candidates.affiliation.add'), run: () => setAdding(true) };
  return (
    <>
      {affiliations.length === 0 ? (
        <EmptyState
          icon={IconBuilding}
          title={t('candidates.affiliation.none')}
          action={editable ? action : undefined}
        />
      ) : (
        <>
          {editable && (
            <Button variant="default" mb="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={action.run}>
              {action.label}
            </Button>
          )}
          {affiliations.map((one) => (
            <Line
              key={one.id}
              affiliation={one}
              fields={fields}
              editable={editable}
              onSave={async (values) => void (await change({ row: one, values }))}
              onRemove={() => void takeAway(one).catch(() => {})}
            />
          ))}
        </>
      )}
      {adding && (
        <FormDialog
          title={action.label}
          submit={t('ui.add')}
          initial={{ type: 'employment', confidence: 'sure' }}
          fields={fields}
          onClose={() => setAdding(false)}
          onSubmit={(values, key) => add(values as Schemas['AddAffiliation'], key)}
        />
      )}
    </>
  );
}

function useAffiliationFields(): readonly Field[] {
  const { t } = useTranslation();
  type Name =
    | 'organizationId'
    | 'type'
    | 'title'
    | 'level'
    | 'team'
    | 'managerId'
    | 'startedOn'
    | 'endedOn'
    | 'confidence'
    | 'source';
  const label = (name: Name) => t(`candidates.affiliation.${name}`);
  return [
    {
      name: 'organizationId',
      label: label('organizationId'),
      kind: 'record',
      Picker: OrganizationPicker,
      required: true,
    },
    {
      name: 'type',
      label: label('type'),
      kind: 'choice',
      required: true,
      options: optionsOf(affiliationTypes, (word) => t(`words.affiliationType.${word}`)),
    },
    { name: 'title', label: label('title'), kind: 'text' },
    { name: 'team', label: label('team'), kind: 'text' },
    { name: 'level', label: label('level'), kind: 'text' },
    { name: 'managerId', label: label('managerId'), kind: 'record', Picker: CandidatePicker },
    { name: 'startedOn', label: label('startedOn'), kind: 'day' },
    { name: 'endedOn', label: label('endedOn'), kind: 'day' },
    {
      name: 'confidence',
      label: label('confidence'),
      kind: 'choice',
      required: true,
      options: optionsOf(confidences, (word) => t(`words.confidence.${word}`)),
    },
    { name: 'source', label: label('source'), kind: 'text' },
  ];
}

type LineProps = {
  affiliation: Affiliation;
  fields: readonly Field[];
  editable: boolean;
  onSave: (values: Record<string, FieldValue>) => Promise<void>;
  onRemove: () => void;
};

/** One affiliation in a few words; its facts open below it, each edited in place. */
function Line({ affiliation: one, fields, editable, onSave, onRemove }: LineProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const words: Partial<Record<string, string | null>> = {
    organizationId: one.organizationName,
    managerId: one.managerName,
  };
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start" py="xs">
        <Summary affiliation={one} />
        {editable && (
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              aria-label={t('candidates.affiliation.show', { name: one.organizationName })}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {open ? <IconChevronUp size={15} aria-hidden /> : <IconPencil size={15} aria-hidden />}
            </ActionIcon>
            <ActionIcon
              aria-label={t('candidates.affiliation.remove', { name: one.organizationName })}
              onClick={onRemove}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
      {open && (
        <Paper id={id} withBorder p="sm" mb="sm" role="group" aria-label={one.organizationName}>
          <Facts wide>
            {fields.map((field) => (
              <Fact
                key={field.name}
                field={field}
                value={one[field.name as keyof Affiliation]}
                words={words[field.name] ?? undefined}
                editable={editable}
                onSave={onSave}
              />
            ))}
          </Facts>
        </Paper>
      )}
    </div>
  );
}

function Summary({ affiliation: one }: { affiliation: Affiliation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const until = one.endedOn ? format.month(one.endedOn) : one.startedOn ? t('candidates.affiliation.now') : undefined;
  const dates =
    (one.startedOn ?? one.endedOn)
      ? [one.startedOn && format.month(one.startedOn), until].filter(Boolean).join(' – ')
      : undefined;
  const seen = one.seenFrom
    ? t('candidates.affiliation.seen', { from: one.seenFrom, until: one.seenUntil ?? one.seenFrom })
    : undefined;
  return (
    <div>
      <Group gap="xs">
        <Text fw={550} component="span">
          <Link to="/organizations/$id" params={{ id: one.organizationId }}>
            {one.organizationName}
          </Link>
        </Text>
        {one.isCurrent && <Badge variant="light">{t('candidates.affiliation.current')}</Badge>}
        {one.type !== 'employment' && (
          <Badge variant="light" color="gray">
            {t(`words.affiliationType.${one.type}`)}
          </Badge>
        )}
        {one.confidence === 'unsure' && (
          <Badge variant="light" color="yellow" title={t('candidates.affiliation.unsureHint')}>
            {t('words.confidence.unsure')}
          </Badge>
        )}
      </Group>
      <Text size="sm">{[one.title, one.level, one.team, one.managerName].filter(Boolean).join(' · ')}</Text>
      {one.isCurrent && one.level && <LevelLine organizationId={one.organizationId} level={one.level} />}
      <Text size="sm" c="dimmed">
        {[dates ?? seen, one.source].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
