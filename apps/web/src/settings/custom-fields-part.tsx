import { Button, Group, Text } from '@mantine/core';
import { customFieldKinds } from '@domain/agencies/agency.js';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useMay } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Field } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { optionsOf } from '../ui/options.js';
import { useSettings } from './parts/setting-pickers.js';

/** Fields of a candidate that only this agency has. */
export function CustomFieldsPart() {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const { data } = useSettings();
  const [adding, setAdding] = useState(false);
  const editable = may('settings.edit');
  const done = () => refresh(client, ['/settings']);
  const archive = async (id: string) => {
    await api.POST('/api/v1/settings/custom-fields/{id}/archival', { params: { path: { id } } });
    await done();
  };
  const shared: Field[] = [
    { name: 'label', label: t('settings.field.label'), kind: 'text', required: true },
    { name: 'key', label: t('settings.field.key'), kind: 'text', required: true },
    {
      name: 'kind',
      label: t('settings.field.kind'),
      kind: 'choice',
      required: true,
      options: optionsOf(customFieldKinds, (word) => t(`words.customKind.${word}`)),
    },
  ];
  const choices: Field = { name: 'choices', label: t('settings.field.choices'), kind: 'texts' };
  const shown = data?.customFields.filter(({ archivedAt }) => archivedAt === null);
  const add = { label: t('settings.field.new'), run: () => setAdding(true) };
  return (
    <Panel
      title={t('settings.part.customFields')}
      aside={
        editable && (
          <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        )
      }
    >
      {!shown ? (
        <LinesSkeleton lines={4} />
      ) : shown.length === 0 ? (
        <EmptyState icon={IconForms} title={t('settings.word.none')} action={editable ? add : undefined} />
      ) : (
        shown.map((field) => (
          <Group key={field.id} justify="space-between" mih={44}>
            <div>
              <Text fw={550}>{field.label}</Text>
              <Text size="sm" c="dimmed">
                {[field.key, t(`words.customKind.${field.kind}`), field.choices.join(', ')].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {editable && (
              <Button size="compact-xs" variant="subtle" onClick={() => void archive(field.id).catch(tell)}>
                {t('settings.word.archive', { name: field.label })}
              </Button>
            )}
          </Group>
        ))
      )}
      {adding && (
        <FormDialog
          title={add.label}
          submit={t('ui.add')}
          initial={{ kind: 'text' }}
          fields={[...shared, choices]}
          fieldsOf={(values) => (values['kind'] === 'choice' ? [...shared, choices] : shared)}
          onClose={() => setAdding(false)}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/settings/custom-fields', {
              body: values as Schemas['CreateCustomField'],
              headers: { 'Idempotency-Key': key },
            });
            await done();
          }}
        />
      )}
    </Panel>
  );
}
