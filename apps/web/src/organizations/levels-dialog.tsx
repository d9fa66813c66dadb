import { Button, Group, Modal, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { LevelTrack } from '@domain/organizations/level.js';
import { levelTracks, longestLevel, longestLevelTitle, mostLevels } from '@domain/organizations/level.js';
import { levelKey, levelsIn } from '@domain/organizations/level.rules.js';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { ErrorState } from '../ui/error-state.js';
import { FormButtons } from '../ui/form-buttons.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { optionsOf } from '../ui/options.js';
import { LinesSkeleton } from '../ui/page.js';
import { useSubmit } from '../ui/use-submit.js';
import classes from './levels-dialog.module.css';
import { RowButtons } from './row-buttons.js';

type Known = Schemas['OrganizationLevels'];
type Step = Schemas['LadderStepView'];
type Row = { code: string; title: string; track: LevelTrack | ''; fromStepId: string; toStepId: string };
type Props = { id: string; name: string; known: Known; onClose: () => void };

const stale = ['/organizations/{id}'];
const exampleCode = 'P7';

/** Asks for the levels of an organization in their order; what it inherits is the draft of an own list. */
export function LevelsDialog(props: Props) {
  const { t } = useTranslation();
  const { data: ladder, error, refetch } = $api.useQuery('get', '/api/v1/ladder', {});
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="60rem"
      title={t('levels.titleOf', { name: props.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {error && !ladder ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : ladder ? (
        <LevelsForm {...props} steps={ladder.steps} />
      ) : (
        <LinesSkeleton lines={8} />
      )}
    </Modal>
  );
}

function LevelsForm({ id, known, steps, onClose }: Props & { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<{ levels: Row[] }>({
    initialValues: { levels: known.levels.length > 0 ? known.levels.map(rowOf) : [nextRow([], steps)] },
    validate: {
      levels: {
        code: (code, { levels }) =>
          code.trim() === '' ? t('ui.required') : isTwice(code, levels) ? t('levels.twice') : null,
      },
    },
  });
  const { levels } = form.getValues();
  const put = async (values: readonly Row[], headers: Record<string, string>) => {
    const body = { levels: values.map(sent) };
    await api.PUT('/api/v1/organizations/{id}/levels', { params: { path: { id } }, body, headers });
    await refresh(client, stale);
  };
  const sending = useSubmit(form, async (values, key) => {
    const former = known.organizationId === id ? known.levels.map(rowOf) : [];
    await put(values.levels, { ...ifMatch(known.version), 'Idempotency-Key': key });
    notify({ title: t('levels.saved'), undo: () => put(former, {}) });
    onClose();
  });
  const set = (index: number, values: Partial<Row>) =>
    form.setFieldValue(`levels.${index}`, { ...levels[index], ...values } as Row);
  const add = (some: readonly Partial<Row>[]) =>
    form.setFieldValue(
      'levels',
      some.reduce((all: Row[], one) => [...all, { ...nextRow(all, steps), ...one }], levels).slice(0, mostLevels),
    );
  return (
    <form onSubmit={sending.onSubmit} noValidate>
      <FormProblem problem={sending.problem} />
      <div className={`${classes.row} ${classes.head}`} aria-hidden>
        {(['code', 'name', 'track', 'step', 'lastStep'] as const).map((word) => (
          <Text key={word} size="sm" c="dimmed">
            {t(`levels.${word}`)}
          </Text>
        ))}
      </div>
      {levels.map((level, index) => (
        <LevelFields
          key={index}
          form={form}
          level={level}
          index={index}
          count={levels.length}
          steps={steps}
          onSet={(values) => set(index, values)}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={levels.length >= mostLevels}
        onClick={() => add([{}])}
      >
        {t('levels.add')}
      </Button>
      <PasteLevels onAdd={add} />
      <FormButtons submit={t('ui.save')} busy={sending.busy} onClose={onClose} />
    </form>
  );
}

type FieldsProps = {
  form: Pick<UseFormReturnType<{ levels: Row[] }>, 'getInputProps' | 'reorderListItem' | 'removeListItem'>;
  level: Row;
  index: number;
  count: number;
  steps: readonly Step[];
  onSet: (values: Partial<Row>) => void;
};

/** One level: its code, title and track, and the steps on which it stands, the last never below the first. */
function LevelFields({ form, level, index, count, steps, onSet }: FieldsProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const place = (stepId: string) => steps.findIndex((step) => step.id === stepId);
  const options = (from = 0) => steps.slice(from).map((step) => ({ value: step.id, label: step.name }));
  const begin = (fromStepId: string) => {
    const spans = level.fromStepId !== level.toStepId && place(level.toStepId) >= place(fromStepId);
    onSet({ fromStepId, toStepId: spans ? level.toStepId : fromStepId });
  };
  return (
    <div className={classes.row} role="group" aria-label={t('levels.row.code', { number })}>
      <TextInput
        aria-label={t('levels.row.code', { number })}
        placeholder={exampleCode}
        maxLength={longestLevel}
        data-autofocus={index === 0 || undefined}
        {...form.getInputProps(`levels.${index}.code`)}
      />
      <TextInput
        aria-label={t('levels.row.name', { number })}
        placeholder={t('levels.name')}
        maxLength={longestLevelTitle}
        {...form.getInputProps(`levels.${index}.title`)}
      />
      <NativeSelect
        aria-label={t('levels.row.track', { number })}
        data={[
          { value: '', label: t('levels.noTrack') },
          ...optionsOf(levelTracks, (word) => t(`levels.tracks.${word}`)),
        ]}
        value={level.track}
        onChange={(event) => onSet({ track: event.currentTarget.value as Row['track'] })}
      />
      <NativeSelect
        aria-label={t('levels.row.step', { number })}
        data={options()}
        value={level.fromStepId}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('levels.row.lastStep', { number })}
        data={options(place(level.fromStepId))}
        value={level.toStepId}
        onChange={(event) => onSet({ toStepId: event.currentTarget.value })}
      />
      <RowButtons
        name={level.code.trim() || t('levels.row.code', { number })}
        index={index}
        count={count}
        onMove={(to) => form.reorderListItem('levels', { from: index, to })}
        onRemove={() => form.removeListItem('levels', index)}
      />
    </div>
  );
}

/** Adds the levels of a pasted line below those that are there, each a step higher. */
function PasteLevels({ onAdd }: { onAdd: (levels: readonly Partial<Row>[]) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = levelsIn(text);
  const add = () => {
    onAdd(
      found.map(({ code, title }) => ({
        code: code.slice(0, longestLevel),
        title: title?.slice(0, longestLevelTitle) ?? '',
      })),
    );
    setText('');
  };
  return (
    <Group align="flex-end" gap="xs" mt="sm">
      <Textarea
        flex={1}
        autosize
        minRows={1}
        maxRows={6}
        label={t('levels.paste')}
        description={t('levels.pasteHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button variant="default" disabled={found.length === 0} onClick={add}>
        {t('levels.pasteAdd')}
      </Button>
    </Group>
  );
}

const rowOf = ({ code, title, track, fromStep, toStep }: Schemas['LevelView']): Row => ({
  code,
  title: title ?? '',
  track: track ?? '',
  fromStepId: fromStep.id,
  toStepId: toStep.id,
});

/** A new level above the others: a step higher, as far as the ladder goes. */
function nextRow(levels: readonly Row[], steps: readonly Step[]): Row {
  const last = steps.findIndex(({ id }) => id === levels.at(-1)?.toStepId);
  const stepId = steps[Math.min(last + 1, steps.length - 1)]?.id ?? '';
  return { code: '', title: '', track: '', fromStepId: stepId, toStepId: stepId };
}

const sent = ({ code, title, track, ...span }: Row): Schemas['LevelValues'] => ({
  code: code.trim(),
  title: title.trim() || null,
  track: track || null,
  ...span,
});

const isTwice = (code: string, levels: readonly Row[]): boolean =>
  levels.filter((level) => levelKey(level.code) === levelKey(code)).length > 1;
