import { Alert, Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { mostSteps } from '@domain/agencies/ladder.js';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import type { Problem } from '../app/problem.js';
import { explain } from '../ui/explain.js';
import { FormButtons } from '../ui/form-buttons.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { useSubmit } from '../ui/use-submit.js';
import { useLevelWords } from './parts/use-level-words.js';
import { RowButtons } from './row-buttons.js';

type Step = { id?: string; name: string };
type Held = { organizationName: string; level: string };

const stale = ['/ladder', '/levels', '/agency'];

/** Names the steps of the ladder in their order. */
export function LadderDialog({ ladder, onClose }: { ladder: Schemas['LadderView']; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<{ steps: Step[] }>({
    initialValues: { steps: ladder.steps.map(({ id, name }) => ({ id, name })) },
    validate: {
      steps: {
        name: (name, { steps }) =>
          name.trim() === '' ? t('ui.required') : isTwice(name, steps) ? t('levels.twice') : null,
      },
    },
  });
  const { steps } = form.getValues();
  const sending = useSubmit(form, async (values, key) => {
    const headers = { ...ifMatch(ladder.version), 'Idempotency-Key': key };
    await api.PUT('/api/v1/ladder', { body: values, headers });
    await refresh(client, stale);
    notify({ title: t('levels.ladder.saved') });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('levels.ladder.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={sending.onSubmit} noValidate>
        <LadderProblem problem={sending.problem} />
        {steps.map(({ name }, index) => {
          const label = t('levels.ladder.step', { number: index + 1 });
          return (
            <Group key={index} wrap="nowrap" gap="xs" mb={6} align="flex-start">
              <TextInput
                flex={1}
                aria-label={label}
                maxLength={80}
                data-autofocus={index === 0 || undefined}
                {...form.getInputProps(`steps.${index}.name`)}
              />
              <RowButtons
                name={name.trim() || label}
                index={index}
                count={steps.length}
                onMove={(to) => form.reorderListItem('steps', { from: index, to })}
                onRemove={() => form.removeListItem('steps', index)}
              />
            </Group>
          );
        })}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={steps.length >= mostSteps}
          onClick={() => form.insertListItem('steps', { name: '' })}
        >
          {t('levels.ladder.add')}
        </Button>
        <FormButtons submit={t('ui.save')} busy={sending.busy} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** What was refused, with the levels that hold the ladder as it is. */
function LadderProblem({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation();
  const { at, listOf } = useLevelWords();
  const { heldBy, heldByCount } = problem?.facts ?? {};
  if (!problem || !Array.isArray(heldBy)) return <FormProblem problem={problem} />;
  const levels = (heldBy as Held[]).map(({ level, organizationName }) => at(level, organizationName));
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={explain(problem).title}
      role="alert"
      mb="sm"
    >
      {t('levels.ladder.held', { levels: listOf(levels, Number(heldByCount)) })}
    </Alert>
  );
}

const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const isTwice = (name: string, steps: readonly Step[]): boolean =>
  steps.filter((step) => keyOf(step.name) === keyOf(name)).length > 1;
