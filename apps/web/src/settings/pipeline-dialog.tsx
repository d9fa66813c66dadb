import { ActionIcon, Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { stageGroups, type StageGroup } from '@domain/agencies/pipeline.js';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { FormButtons } from '../ui/form-buttons.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { optionsOf } from '../ui/options.js';
import { useSubmit } from '../ui/use-submit.js';

type Stage = { id?: string; name: string; group: StageGroup };

/** Names a pipeline and its stages in their order. */
export function PipelineDialog({
  pipeline,
  onClose,
}: {
  pipeline: Schemas['PipelineRow'] | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const missing = (text: string) => (text.trim() === '' ? t('ui.required') : null);
  const form = useForm<{ name: string; stages: Stage[] }>({
    initialValues: {
      name: pipeline?.name ?? '',
      stages:
        pipeline?.stages.map(({ id, name: stage, group }) => ({ id, name: stage, group })) ??
        stageGroups.map((group) => ({ name: t(`words.stageGroup.${group}`), group })),
    },
    validate: { name: missing, stages: { name: missing } },
  });
  const { stages } = form.getValues();
  const sending = useSubmit(form, async (values, key) => {
    const body = { ...values, name: values.name.trim() } as Schemas['CreatePipeline'];
    if (pipeline) {
      await api.PATCH('/api/v1/settings/pipelines/{id}', {
        params: { path: { id: pipeline.id } },
        body,
        headers: ifMatch(pipeline.version),
      });
    } else await api.POST('/api/v1/settings/pipelines', { body, headers: { 'Idempotency-Key': key } });
    await refresh(client, ['/settings']);
    notify({ title: t('settings.pipeline.saved') });
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={pipeline?.name ?? t('settings.pipeline.new')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={sending.onSubmit} noValidate>
        <FormProblem problem={sending.problem} />
        <TextInput
          data-autofocus
          required
          label={t('settings.pipeline.name')}
          mb="md"
          {...form.getInputProps('name')}
        />
        {stages.map((stage, index) => (
          <Group key={index} wrap="nowrap" gap="xs" mb={6}>
            <TextInput
              flex={1}
              aria-label={`${t('settings.pipeline.stage')} ${index + 1}`}
              {...form.getInputProps(`stages.${index}.name`)}
            />
            <Select
              w={180}
              aria-label={`${t('settings.pipeline.group')} ${index + 1}`}
              allowDeselect={false}
              data={optionsOf(stageGroups, (word) => t(`words.stageGroup.${word}`))}
              value={stage.group}
              onChange={(group) => group && form.setFieldValue(`stages.${index}.group`, group as StageGroup)}
            />
            <ActionIcon
              aria-label={t('settings.pipeline.removeStage', { number: index + 1 })}
              onClick={() => form.removeListItem('stages', index)}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('stages', { name: '', group: stages.at(-1)?.group ?? 'longlist' })}
        >
          {t('settings.pipeline.addStage')}
        </Button>
        <FormButtons submit={t('ui.save')} busy={sending.busy} onClose={onClose} />
      </form>
    </Modal>
  );
}
