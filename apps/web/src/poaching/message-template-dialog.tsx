import { Text } from '@mantine/core';
import { mergeFields, messagePurposes } from '@domain/poaching/message-template.js';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { languageNames, languages } from '../app/i18n.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import type { FieldValue } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';

type Props = { template: Schemas['MessageTemplateRow'] | undefined; onClose: () => void };

/** Names a text, says for what and in which language, and writes it with its fields. */
export function MessageTemplateDialog({ template, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const save = useChange<Record<string, FieldValue>, unknown>({
    send: (values, key) => {
      const body = values as Schemas['CreateMessageTemplate'];
      return template
        ? api.PATCH('/api/v1/message-templates/{id}', {
            params: { path: { id: template.id } },
            body,
            headers: ifMatch(template.version),
          })
        : api.POST('/api/v1/message-templates', { body, headers: { 'Idempotency-Key': key } });
    },
    stale: ['/message-templates'],
    said: () => ({ title: t('poaching.template.saved') }),
    failed: () => true,
  });
  return (
    <FormDialog
      title={template ? t('poaching.template.edit', { name: template.name }) : t('poaching.template.new')}
      submit={t('ui.save')}
      clears={template !== undefined}
      fields={[
        { name: 'name', label: t('poaching.template.name'), kind: 'text', required: true },
        {
          name: 'purpose',
          label: t('poaching.template.purpose'),
          kind: 'choice',
          required: true,
          options: optionsOf(messagePurposes, (word) => t(`words.messagePurpose.${word}`)),
        },
        {
          name: 'locale',
          label: t('poaching.template.language'),
          kind: 'choice',
          required: true,
          options: languages.map((value) => ({ value, label: languageNames[value] })),
        },
        { name: 'subject', label: t('poaching.template.subject'), kind: 'text' },
        { name: 'body', label: t('poaching.template.text'), kind: 'multiline', required: true },
      ]}
      initial={
        template
          ? {
              name: template.name,
              purpose: template.purpose,
              locale: template.locale,
              subject: template.subject,
              body: template.body,
            }
          : { purpose: 'approach', locale: i18n.language }
      }
      onClose={onClose}
      onSubmit={async (values) => {
        await save(values);
      }}
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('poaching.template.fieldsHint', {
          fields: mergeFields.map((field) => `{{${field}}} ${t(`poaching.mergeField.${field}`)}`).join(' · '),
          interpolation: { escapeValue: false },
        })}
      </Text>
    </FormDialog>
  );
}
