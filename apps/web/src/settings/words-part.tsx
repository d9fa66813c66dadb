import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { colors } from '@domain/agencies/agency.js';
import { IconArchive, IconPencil, IconPlus, IconTag } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { useMay } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Field } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { optionsOf } from '../ui/options.js';
import { useSettings } from './parts/setting-pickers.js';

type Word = Schemas['SettingRow'];
type Kind = 'tags' | 'roleFamilies';

const paths = { tags: '/api/v1/settings/tags', roleFamilies: '/api/v1/settings/role-families' } as const;

/** Words with a color that the agency keeps: tags, or role families. */
export function WordsPart({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const { data } = useSettings();
  const [open, setOpen] = useState<Word | 'new'>();
  const editable = may('settings.edit');
  const done = () => refresh(client, ['/settings']);
  const archive = async ({ id }: Word) => {
    await api.POST(`${paths[kind]}/{id}/archival`, { params: { path: { id } } });
    await done();
  };
  const fields: Field[] = [
    { name: 'name', label: t('settings.word.name'), kind: 'text', required: true },
    {
      name: 'color',
      label: t('settings.word.color'),
      kind: 'choice',
      options: optionsOf(colors, (word) => t(`words.color.${word}`)),
    },
  ];
  const words = data?.[kind].filter(({ archivedAt }) => archivedAt === null);
  const add = { label: t('settings.word.new'), run: () => setOpen('new') };
  return (
    <Panel
      title={t(`settings.part.${kind}`)}
      aside={
        editable && (
          <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )
      }
    >
      {!words ? (
        <LinesSkeleton lines={5} />
      ) : words.length === 0 ? (
        <EmptyState icon={IconTag} title={t('settings.word.none')} action={editable ? add : undefined} />
      ) : (
        words.map((word) => (
          <Group key={word.id} justify="space-between" wrap="nowrap" mih={44}>
            <Group gap="sm">
              <Badge variant="light" color={word.color ?? 'gray'} tt="none" size="lg">
                {word.name}
              </Badge>
              <Text size="sm" c="dimmed">
                {t('home.people', { count: word.candidateCount, formatted: format.number(word.candidateCount) })}
              </Text>
            </Group>
            {editable && (
              <Group gap={2} wrap="nowrap">
                <ActionIcon aria-label={t('settings.word.edit', { name: word.name })} onClick={() => setOpen(word)}>
                  <IconPencil size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('settings.word.archive', { name: word.name })}
                  onClick={() => void archive(word).catch(tell)}
                >
                  <IconArchive size={15} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))
      )}
      {open && (
        <FormDialog
          clears
          title={open === 'new' ? t('settings.word.new') : t('settings.word.edit', { name: open.name })}
          submit={t('ui.save')}
          initial={open === 'new' ? {} : { name: open.name, color: open.color }}
          fields={fields}
          onClose={() => setOpen(undefined)}
          onSubmit={async (values, key) => {
            if (open === 'new') {
              await api.POST(paths[kind], {
                body: values as Schemas['CreateSetting'],
                headers: { 'Idempotency-Key': key },
              });
            } else {
              await api.PATCH(`${paths[kind]}/{id}`, {
                params: { path: { id: open.id } },
                body: values as Schemas['PatchSetting'],
                headers: ifMatch(open.version),
              });
            }
            await done();
          }}
        />
      )}
    </Panel>
  );
}
