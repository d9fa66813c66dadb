import { Button, FileInput, Group, Modal, Progress, Select, Stack, Text, TextInput } from '@mantine/core';
import { privacyLaws } from '@domain/candidates/candidate.js';
import { importFormats } from '@domain/imports/import.js';
import type { ImportFormat } from '@domain/imports/imported-row.js';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh } from '../app/freshness.js';
import { type Problem, toProblem } from '../app/problem.js';
import { FormProblem } from '../ui/form-problem.js';
import { optionsOf } from '../ui/options.js';
import { uploadImport } from './upload.js';
import classes from './new-import.module.css';

/** Asks for a file, what it is and from where, and uploads it with its progress. */
export function NewImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<ImportFormat>('csv');
  const [source, setSource] = useState('');
  const [law, setLaw] = useState('none');
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const [missing, setMissing] = useState(false);
  const busy = share !== undefined;

  const choose = (next: File | null) => {
    setFile(next);
    setMissing(false);
    if (next && /authorship|roster|\.json(\.gz)?$/i.test(next.name)) setFormat('authorships');
  };
  const send = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!file) {
      setMissing(true);
      return;
    }
    setShare(0);
    setProblem(undefined);
    try {
      const made = await uploadImport({ file, format, law, source: source.trim() }, setShare);
      await refresh(client, ['/imports']);
      await navigate({ to: '/imports/$id', params: { id: made.id } });
    } catch (thrown) {
      setProblem(toProblem(thrown));
      setShare(undefined);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('imports.new')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <div
            className={classes.drop}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              choose(event.dataTransfer.files[0] ?? null);
            }}
          >
            <FileInput
              data-autofocus
              label={t('imports.upload.file')}
              description={t('imports.upload.hint')}
              placeholder={
                <Text span c="dimmed" size="sm">
                  {t('imports.upload.drop')}
                </Text>
              }
              leftSection={<IconUpload size={16} aria-hidden />}
              accept=".csv,.tsv,.txt,.json,.gz"
              value={file}
              onChange={choose}
              error={missing ? t('imports.upload.missing') : undefined}
              clearable
              clearButtonProps={{ 'aria-label': t('ui.clear') }}
            />
            {file && (
              <Text size="sm" c="dimmed" mt={4}>
                {t('imports.upload.chosen', { name: file.name, size: (file.size / 1_048_576).toFixed(1) })}
              </Text>
            )}
          </div>
          <Select
            label={t('imports.upload.format')}
            allowDeselect={false}
            data={optionsOf(importFormats, (word) => t(`words.importFormat.${word}`))}
            value={format}
            onChange={(next) => setFormat((next as ImportFormat | null) ?? 'csv')}
          />
          <TextInput
            label={t('imports.upload.source')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Select
            label={t('imports.upload.law')}
            allowDeselect={false}
            data={optionsOf(privacyLaws, (word) => t(`words.law.${word}`))}
            value={law}
            onChange={(next) => setLaw(next ?? 'none')}
          />
          {share !== undefined && <Progress value={share * 100} aria-label={t('imports.progress')} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('imports.upload.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
