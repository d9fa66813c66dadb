import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useMay } from '../app/session.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { useSettings } from './parts/setting-pickers.js';
import { PipelineDialog } from './pipeline-dialog.js';

type Pipeline = Schemas['PipelineRow'];

/** The stages that new searches begin with, each mapped to a fixed group so that reports compare. */
export function PipelinesPart() {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const { data } = useSettings();
  const [open, setOpen] = useState<Pipeline | 'new'>();
  const editable = may('settings.edit');
  const done = () => refresh(client, ['/settings']);
  const makeDefault = async (id: string) => {
    await api.POST('/api/v1/settings/pipelines/{id}/default', { params: { path: { id } } });
    await done();
  };
  const archive = async (id: string) => {
    await api.POST('/api/v1/settings/pipelines/{id}/archival', { params: { path: { id } } });
    await done();
  };
  if (!data) return <LinesSkeleton lines={6} />;
  return (
    <>
      <Group justify="space-between">
        <Text c="dimmed">{t('settings.pipeline.hint')}</Text>
        {editable && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            {t('settings.pipeline.new')}
          </Button>
        )}
      </Group>
      {data.pipelines
        .filter(({ archivedAt }) => archivedAt === null)
        .map((pipeline) => (
          <Panel
            key={pipeline.id}
            title={pipeline.name}
            aside={
              <Group gap="xs">
                {pipeline.isDefault && <Badge variant="light">{t('settings.pipeline.default')}</Badge>}
                {editable && !pipeline.isDefault && (
                  <>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => void makeDefault(pipeline.id).catch(tell)}
                    >
                      {t('settings.pipeline.makeDefault')}
                    </Button>
                    <Button size="compact-sm" variant="subtle" onClick={() => void archive(pipeline.id).catch(tell)}>
                      {t('settings.pipeline.archive')}
                    </Button>
                  </>
                )}
                {editable && (
                  <Button size="compact-sm" variant="subtle" onClick={() => setOpen(pipeline)}>
                    {t('settings.pipeline.edit')}
                  </Button>
                )}
              </Group>
            }
          >
            {pipeline.stages.map((stage) => (
              <Group key={stage.id} mih={36} gap="sm">
                <Text fw={550}>{stage.name}</Text>
                <Badge variant="light" color="gray">
                  {t(`words.stageGroup.${stage.group}`)}
                </Badge>
              </Group>
            ))}
          </Panel>
        ))}
      {open && <PipelineDialog pipeline={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
