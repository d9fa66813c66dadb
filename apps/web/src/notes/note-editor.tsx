import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { Mention } from '@tiptap/extension-mention';
import { type JSONContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeLink } from '@domain/notes/document.rules.js';
import type { NoteDocument } from '@domain/notes/document.js';
import { useMentions } from './mentions.js';
import { SuggestionList } from './suggestion-list.js';
import { TemplateMenu } from './template-menu.js';
import { templatesExtension, useTemplates } from './templates.js';
import classes from './note-editor.module.css';

export type EditorHandle = { focus: () => void; clear: () => void };

type Props = {
  label: string;
  initial: NoteDocument | null;
  autoFocus?: boolean;
  /** Whether the note can begin with a template of the agency. */
  templates?: boolean;
  handle?: React.Ref<EditorHandle>;
  onChange: (document: NoteDocument | null) => void;
  onSubmit: () => void;
  onCancel?: () => void;
};

/** Writes a note: bold, italic, lists, links, mentions and templates; Ctrl+Enter saves. */
export function NoteEditor({
  label,
  initial,
  autoFocus = false,
  templates = false,
  handle,
  onChange,
  onSubmit,
  onCancel,
}: Props) {
  const { t } = useTranslation();
  const mentions = useMentions();
  const offered = useTemplates();
  const keys = useRef({ onSubmit, onCancel });
  useLayoutEffect(() => {
    keys.current = { onSubmit, onCancel };
  });
  const editor = useEditor({
    autofocus: autoFocus ? 'end' : false,
    content: initial as JSONContent | null,
    extensions: [
      StarterKit.configure({
        heading: false,
        blockquote: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        trailingNode: false,
        link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (url) => isSafeLink(url) },
      }),
      Mention.configure({ suggestion: mentions.suggestion }),
      ...(templates ? [templatesExtension(offered.suggestion)] : []),
    ],
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' },
      handleKeyDown: (view, event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          keys.current.onSubmit();
          return true;
        }
        if (event.key !== 'Escape' || mentions.isOpen() || offered.isOpen()) return false;
        if (keys.current.onCancel) keys.current.onCancel();
        else view.dom.blur();
        return true;
      },
    },
    onUpdate: ({ editor: changed }) =>
      onChange(changed.getText().trim() === '' ? null : (changed.getJSON() as NoteDocument)),
  });
  useImperativeHandle(handle, () => ({
    // Tiptap's own focus comes a frame later, and what is typed until then would be lost.
    focus: () => {
      editor.commands.setTextSelection(editor.state.doc.content.size);
      editor.view.focus();
    },
    clear: () => editor.commands.clearContent(),
  }));
  const labels = {
    boldControlLabel: t('notes.editor.bold'),
    italicControlLabel: t('notes.editor.italic'),
    bulletListControlLabel: t('notes.editor.bullets'),
    orderedListControlLabel: t('notes.editor.numbers'),
    linkControlLabel: t('notes.editor.link'),
    unlinkControlLabel: t('notes.editor.unlink'),
    linkEditorInputLabel: t('notes.editor.address'),
    linkEditorExternalLink: t('notes.editor.newTab'),
    linkEditorInternalLink: t('notes.editor.sameTab'),
    linkEditorSave: t('ui.save'),
  };
  return (
    <RichTextEditor editor={editor} labels={labels} className={classes.editor}>
      <RichTextEditor.Toolbar className={classes.toolbar}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
        {templates && (
          <RichTextEditor.ControlsGroup>
            <TemplateMenu editor={editor} />
          </RichTextEditor.ControlsGroup>
        )}
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
      <SuggestionList label={t('notes.editor.colleagues')} suggestions={mentions} />
      <SuggestionList label={t('notes.template.list')} suggestions={offered} />
    </RichTextEditor>
  );
}
