import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { useMay } from '../../app/session.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { TemplateList } from '../../ui/template-list.js';
import { TemplateDialog } from '../template-dialog.js';

type Template = Schemas['NoteTemplateRow'];

/** The templates of the agency's notes. */
export function NoteTemplates() {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Template | 'new'>();
  const query = $api.useInfiniteQuery('get', '/api/v1/note-templates', { params: { query: { limit: 50 } } }, byCursor);
  const list = useListState<Template>(query);
  const remove = useChange<Template, unknown>({
    send: ({ id }) => api.DELETE('/api/v1/note-templates/{id}', { params: { path: { id } } }),
    stale: ['/note-templates'],
    said: ({ name, locale, document }) => ({
      title: t('notes.template.removed', { name }),
      undo: async () => {
        const body = { name, locale, document: document as unknown as Schemas['CreateNoteTemplate']['document'] };
        await api.POST('/api/v1/note-templates', { body });
      },
    }),
  });
  return (
    <TemplateList
      title={t('settings.part.noteTemplates')}
      list={list}
      editable={may('settings.edit')}
      empty={{ icon: IconTemplate, title: t('notes.template.none'), hint: t('notes.template.hint') }}
      about={({ body }) => body}
      add={{ label: t('notes.template.new'), run: () => setOpen('new') }}
      edit={{ label: (name) => t('notes.template.edit', { name }), run: setOpen }}
      remove={{ label: (name) => t('notes.template.remove', { name }), run: remove }}
    >
      {open && <TemplateDialog template={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </TemplateList>
  );
}
