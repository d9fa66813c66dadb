import { type ReportSection, reportSections } from '@domain/portal/report.js';
import { shippedTemplate } from '@domain/portal/report.words.js';
import { IconFileDescription } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { type Language, languageNames, languages } from '../../app/i18n.js';
import { useMay } from '../../app/session.js';
import type { Field } from '../../ui/fields/field.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { notify } from '../../ui/notices.js';
import { optionsOf } from '../../ui/options.js';
import { TemplateList } from '../../ui/template-list.js';

type Template = Schemas['ReportTemplateRow'];

const stale = ['/report-templates'];

/** How the agency's candidate reports look, by language. */
export function ReportTemplates() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [open, setOpen] = useState<Template | 'new'>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/report-templates',
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  const list = useListState<Template>(query);
  const editable = may('settings.edit');
  const add = { label: t('portal.templates.new'), run: () => setOpen('new') };
  const fields: Field[] = [
    { name: 'name', label: t('portal.templates.name'), kind: 'text', required: true },
    ...(open === 'new'
      ? [
          {
            name: 'locale',
            label: t('portal.templates.locale'),
            kind: 'choice',
            required: true,
            options: optionsOf(languages, (word: Language) => languageNames[word]),
          } as const,
        ]
      : []),
    { name: 'letterhead', label: t('portal.templates.letterhead'), kind: 'text' },
    {
      name: 'sections',
      label: t('portal.templates.sections'),
      kind: 'choices',
      required: true,
      options: optionsOf(reportSections, (word) => t(`portal.templates.section.${word}`)),
    },
    { name: 'closing', label: t('portal.templates.closing'), kind: 'multiline' },
  ];
  const remove = useChange<Template, unknown>({
    send: ({ id }) => api.DELETE('/api/v1/report-templates/{id}', { params: { path: { id } } }),
    stale,
    said: ({ name, locale, letterhead, sections, closing }) => ({
      title: t('portal.templates.removed', { name }),
      undo: async () => {
        await api.POST('/api/v1/report-templates', { body: { name, locale, letterhead, sections, closing } });
      },
    }),
  });
  const words = (sections: readonly ReportSection[]) =>
    sections.map((section) => t(`portal.templates.section.${section}`)).join(' · ');
  const shipped = shippedTemplate(i18n.language as Language);
  return (
    <TemplateList
      title={t('portal.templates.title')}
      list={list}
      editable={editable}
      empty={{ icon: IconFileDescription, title: t('portal.templates.none'), hint: t('portal.templates.hint') }}
      about={({ sections }) => words(sections)}
      add={add}
      edit={{ label: (name) => t('portal.templates.edit', { name }), run: setOpen }}
      remove={{ label: (name) => t('portal.templates.remove', { name }), run: remove }}
    >
      {open && (
        <FormDialog
          clears
          title={open === 'new' ? add.label : t('portal.templates.edit', { name: open.name })}
          submit={t('ui.save')}
          fields={fields}
          initial={
            open === 'new'
              ? { locale: shipped.locale, sections: shipped.sections, closing: shipped.closing }
              : { name: open.name, letterhead: open.letterhead, sections: open.sections, closing: open.closing }
          }
          onClose={() => setOpen(undefined)}
          onSubmit={async (values, key) => {
            if (open === 'new') {
              await api.POST('/api/v1/report-templates', {
                body: values as unknown as Schemas['CreateReportTemplate'],
                headers: { 'Idempotency-Key': key },
              });
            } else {
              await api.PATCH('/api/v1/report-templates/{id}', {
                params: { path: { id: open.id } },
                body: values as unknown as Schemas['PatchReportTemplate'],
                headers: ifMatch(open.version),
              });
            }
            await refresh(client, stale);
            notify({ title: t('portal.templates.saved') });
          }}
        />
      )}
    </TemplateList>
  );
}
