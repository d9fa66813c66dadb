import { IconMessage2 } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useMay } from '../../app/session.js';
import { later } from '../../ui/later.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { TemplateList } from '../../ui/template-list.js';

const MessageTemplateDialog = later(async () => (await import('../message-template-dialog.js')).MessageTemplateDialog);

type Template = Schemas['MessageTemplateRow'];

/** The texts that the agency writes to people with. */
export function MessageTemplates() {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Template | 'new'>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/message-templates',
    { params: { query: { limit: 50 } } },
    byCursor,
  );
  const list = useListState<Template>(query);
  const remove = useChange<Template, unknown>({
    send: ({ id }) => api.DELETE('/api/v1/message-templates/{id}', { params: { path: { id } } }),
    stale: ['/message-templates'],
    said: ({ locale, purpose, name, subject, body }) => ({
      title: t('poaching.template.removed', { name }),
      undo: async () => {
        await api.POST('/api/v1/message-templates', { body: { locale, purpose, name, subject, body } });
      },
    }),
  });
  return (
    <TemplateList
      title={t('settings.part.messageTemplates')}
      list={list}
      editable={may('settings.edit')}
      empty={{ icon: IconMessage2, title: t('poaching.template.none'), hint: t('poaching.template.hint') }}
      about={({ purpose, body }) => [t(`words.messagePurpose.${purpose}`), body].join(' · ')}
      add={{ label: t('poaching.template.new'), run: () => setOpen('new') }}
      edit={{ label: (name) => t('poaching.template.edit', { name }), run: setOpen }}
      remove={{ label: (name) => t('poaching.template.remove', { name }), run: remove }}
    >
      <Suspense>
        {open && (
          <MessageTemplateDialog template={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
        )}
      </Suspense>
    </TemplateList>
  );
}
