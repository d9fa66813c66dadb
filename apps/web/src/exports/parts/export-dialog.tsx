import { Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type CandidateColumn, columnsFor } from '@domain/exports/export.js';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, actionKey, api } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import { useFormat } from '../../app/format.js';
import { toProblem } from '../../app/problem.js';
import { useMay } from '../../app/session.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { FormProblem } from '../../ui/form-problem.js';
import { notify } from '../../ui/notices.js';

export type ExportDialogProps = {
  /** The list's parameters as its URL holds them. */
  filters: Record<string, unknown>;
  /** The columns that the view shows. */
  view: readonly CandidateColumn[];
  total: { count: number; floor: boolean } | undefined;
  onClose: () => void;
};

/** Asks which columns the file is to have, and begins the export of the view. */
export function ExportDialog({ filters, view, total, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const key = useRef(actionKey());
  const known = columnsFor(may);
  const [which, setWhich] = useState<'view' | 'all' | 'chosen'>('view');
  const [chosen, setChosen] = useState<readonly string[]>(view);
  const [problem, setProblem] = useState<ReturnType<typeof toProblem>>();
  const [withLate, setWithLate] = useState(false);
  const [busy, setBusy] = useState(false);
  const columns = { view, all: known, chosen: known.filter((name) => chosen.includes(name)) }[which];
  const overdue = $api.useQuery('get', '/api/v1/candidates', {
    params: { query: { ...filters, noticeOverdue: true, total: true, limit: 1 } },
  });
  const late = overdue.data?.total ?? 0;
  const people =
    total &&
    (total.floor
      ? t('exports.many', { count: total.count, formatted: format.number(total.count) })
      : t('exports.people', { count: total.count, formatted: format.number(total.count) }));
  const send = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.POST('/api/v1/exports', {
        body: {
          report: 'candidates',
          format: 'csv',
          filters: filters as Record<string, never>,
          columns: [...columns],
          overdueNotices: withLate,
          headers: columns.map((name) => t(`exports.header.${name}`)),
        },
        headers: { 'Idempotency-Key': key.current },
      });
      await refresh(client, ['/exports']);
      notify({ tone: 'info', title: t('exports.begun'), message: t('exports.begunHint') });
      onClose();
    } catch (thrown) {
      key.current = actionKey();
      setProblem(toProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exports.dialog')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void send(event)}>
        <FormProblem problem={problem} />
        {people && <Text mb="md">{people}</Text>}
        {late > 0 && (
          <Checkbox
            mb="md"
            label={t('exports.leaveOut', { count: late, formatted: format.number(late) })}
            description={t('exports.leaveOutHint')}
            checked={!withLate}
            onChange={(event) => setWithLate(!event.currentTarget.checked)}
          />
        )}
        <Radio.Group label={t('exports.columns')} value={which} onChange={(value) => setWhich(value as typeof which)}>
          <Stack gap="xs" mt="xs">
            <Radio value="view" label={t('exports.columnsOfView', { count: view.length })} data-autofocus />
            <Radio value="all" label={t('exports.columnsAll', { count: known.length })} />
            <Radio value="chosen" label={t('exports.columnsChosen')} />
          </Stack>
        </Radio.Group>
        {which === 'chosen' && (
          <Checkbox.Group
            mt="sm"
            aria-label={t('exports.columns')}
            value={[...chosen]}
            onChange={(names) => setChosen(names)}
          >
            <Group gap="sm">
              {known.map((name) => (
                <Checkbox key={name} value={name} label={t(`exports.header.${name}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Text size="sm" c="dimmed" mt="md">
          {t('exports.hint')}
        </Text>
        <FormButtons submit={t('exports.submit')} busy={busy} disabled={columns.length === 0} onClose={onClose} />
      </form>
    </Modal>
  );
}
