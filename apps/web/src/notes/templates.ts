import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { type Editor, type JSONContent } from '@tiptap/react';
import { Suggestion } from '@tiptap/suggestion';
import i18next from 'i18next';
import { $api, type Schemas } from '../app/api.js';
import { queryClient } from '../app/query-client.js';
import { type Offer, type Suggestions, useSuggestions } from './suggestion-list.js';

export type Template = Offer & { document: Schemas['NoteTemplateRow']['document'] };

const most = 8;

/** The templates of the agency, those in the language of the page first. */
export async function templates(): Promise<Template[]> {
  const { items } = await queryClient.fetchQuery(
    $api.queryOptions('get', '/api/v1/note-templates', { params: { query: { limit: 200 } } }, { staleTime: 60_000 }),
  );
  const own = (locale: string) => (locale === i18next.language ? 0 : 1);
  return items
    .toSorted((a, b) => own(a.locale) - own(b.locale))
    .map(({ id, name, document }) => ({ id, label: name, document }));
}

/** The templates that can be chosen after `/` at the beginning of a line. */
export function useTemplates(): Suggestions<Template> {
  return useSuggestions<Template>({
    char: '/',
    startOfLine: true,
    allowSpaces: true,
    items: async ({ query }) => {
      const wanted = query.trim().toLowerCase();
      return (await templates()).filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, most);
    },
  });
}

/** Puts the text of a template where the cursor is, instead of `range` where one is given. */
export function putTemplate(editor: Editor, { document }: Template, range?: { from: number; to: number }): void {
  const { content = [] } = document as JSONContent;
  const chain = editor.chain().focus();
  (range ? chain.deleteRange(range) : chain).insertContent(content).run();
}

/** The menu of templates as a part of the editor. */
export function templatesExtension(suggestion: Suggestions<Template>['suggestion']): Extension {
  return Extension.create({
    name: 'templates',
    addProseMirrorPlugins() {
      return [
        Suggestion<Template>({
          ...suggestion,
          editor: this.editor,
          pluginKey: new PluginKey('templates'),
          command: ({ editor, range, props }) => putTemplate(editor, props, range),
        }),
      ];
    },
  });
}
