import { Button, Group, Input, Modal, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteDocument } from '@domain/notes/document.js';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { type Language, languageNames, languages } from '../app/i18n.js';
import { type Problem, toProblem } from '../app/problem.js';
import { FormProblem } from '../ui/form-problem.js';
import { later } from '../ui/later.js';
import { notify } from '../ui/notices.js';

const NoteEditor = later(async () => (await import('./note-editor.js')).NoteEditor);

type Props = { template: Schemas['NoteTemplateRow'] | undefined; onClose: () => void };

/** Names a template and writes its text. */
export function TemplateDialog({ template, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(template?.name ?? '');
  const [locale, setLocale] = useState<Language>(template?.locale ?? (i18n.language as Language));
  const [document, setDocument] = useState((template?.document ?? null) as NoteDocument | null);
  const [initial] = useState(document);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && document !== null;
  const save = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { name: name.trim(), locale, document } as unknown as Schemas['CreateNoteTemplate'];
      if (template) {
        await api.PATCH('/api/v1/note-templates/{id}', {
          params: { path: { id: template.id } },
          body,
          headers: ifMatch(template.version),
        });
      } else await api.POST('/api/v1/note-templates', { body });
      await refresh(client, ['/note-templates']);
      notify({ title: t('notes.template.saved') });
      onClose();
    } catch (thrown) {
      setProblem(toProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={template?.name ?? t('notes.template.new')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          data-autofocus
          required
          maxLength={80}
          label={t('notes.template.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('notes.template.language')}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={locale}
          onChange={(next) => next && setLocale(next as Language)}
        />
        <Input.Wrapper label={t('notes.template.text')} required labelElement="div">
          <Suspense fallback={<Skeleton height={104} />}>
            <NoteEditor
              label={t('notes.template.text')}
              initial={initial}
              onChange={setDocument}
              onSubmit={() => void save()}
            />
          </Suspense>
        </Input.Wrapper>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button loading={busy} disabled={!ready} onClick={() => void save()}>
            {t('ui.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
