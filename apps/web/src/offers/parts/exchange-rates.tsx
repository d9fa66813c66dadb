import { ActionIcon, Button, FileButton, Group, Text } from '@mantine/core';
import { IconArrowsExchange, IconFileUpload, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../../app/api.js';
import { tell } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorState } from '../../ui/error-state.js';
import { FactLine } from '../../ui/facts.js';
import type { Field } from '../../ui/fields/field.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { MoreBelow } from '../../ui/more-below.js';
import { notify } from '../../ui/notices.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

type Rate = Schemas['ExchangeRateRow'];
type Open = { what: 'new' } | { what: 'edit'; rate: Rate } | { what: 'file'; name: string; text: string };

const stale = ['/exchange-rates', '/comparison'];

/** Exchange rates by day with who published them: entered one by one, or read in from a csv. */
export function ExchangeRates() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const query = $api.useInfiniteQuery('get', '/api/v1/exchange-rates', { params: { query: { limit: 50 } } }, byCursor);
  const list = useListState<Rate>(query);
  const editable = may('exchange-rate.edit');
  const close = () => setOpen(undefined);
  const add = { label: t('rates.new'), run: () => setOpen({ what: 'new' }) };
  const remove = async ({ id, from, to, on, rate, source }: Rate) => {
    await api.DELETE('/api/v1/exchange-rates/{id}', { params: { path: { id } } });
    await refresh(client, stale);
    const undo = async () => {
      await api.POST('/api/v1/exchange-rates', { body: { from, to, on, rate, source } });
      await refresh(client, stale);
    };
    notify({ title: t('rates.removed', { from, to, day: format.day(on) }), undo });
  };
  return (
    <Panel
      title={t('rates.title')}
      aside={
        editable && (
          <Group gap="xs">
            <FileButton
              accept=".csv,text/csv"
              onChange={(file) => {
                if (file) void file.text().then((text) => setOpen({ what: 'file', name: file.name, text }), tell);
              }}
            >
              {(props) => (
                <Button
                  {...props}
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconFileUpload size={15} aria-hidden />}
                >
                  {t('rates.file')}
                </Button>
              )}
            </FileButton>
            <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
              {add.label}
            </Button>
          </Group>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('rates.hint')}
      </Text>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={5} />
      ) : list.rows.length === 0 ? (
        <EmptyState
          icon={IconArrowsExchange}
          title={t('rates.empty')}
          hint={t('rates.emptyHint')}
          action={editable ? add : undefined}
        />
      ) : (
        list.rows.map((rate) => (
          <Group key={rate.id} justify="space-between" wrap="nowrap" mih={44}>
            <div>
              <Text>{t('rates.line', { from: rate.from, to: rate.to, rate: rate.rate })}</Text>
              <Text size="sm" c="dimmed">
                {[format.day(rate.on), rate.source].join(' · ')}
              </Text>
            </div>
            {editable && (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  aria-label={t('rates.edit', { from: rate.from, to: rate.to, day: format.day(rate.on) })}
                  onClick={() => setOpen({ what: 'edit', rate })}
                >
                  <IconPencil size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('rates.remove', { from: rate.from, to: rate.to, day: format.day(rate.on) })}
                  onClick={() => void remove(rate).catch(tell)}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))
      )}
      <MoreBelow list={list} />
      <YearlyAverages />
      {open && <RateDialog open={open} onClose={close} />}
    </Panel>
  );
}

/** Averages of past years as they come out of the rates above; nothing where no year is whole. */
function YearlyAverages() {
  const { t } = useTranslation();
  const { data } = $api.useQuery('get', '/api/v1/exchange-rates/yearly-averages');
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label={t('rates.yearly.title')}>
      <Text fw={550} mt="md">
        {t('rates.yearly.title')}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('rates.yearly.hint')}
      </Text>
      {data.items.map(({ year, from, to, rate, days }) => (
        <FactLine key={`${year} ${from} ${to}`} label={String(year)}>
          {[t('rates.line', { from, to, rate }), t('rates.yearly.days', { count: days })].join(' · ')}
        </FactLine>
      ))}
    </section>
  );
}

/** Asks for a rate, for its correction, or who published the rates of a file. */
function RateDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const source: Field = { name: 'source', label: t('rates.source'), kind: 'text', required: true };
  const rate: Field = { name: 'rate', label: t('rates.rate'), kind: 'text', required: true };
  const fields: Record<Open['what'], Field[]> = {
    new: [
      { name: 'from', label: t('rates.from'), hint: t('rates.fromHint'), kind: 'text', required: true },
      { name: 'to', label: t('rates.to'), kind: 'text', required: true },
      { name: 'on', label: t('rates.on'), kind: 'day', required: true },
      rate,
      source,
    ],
    edit: [rate, source],
    file: [{ ...source, hint: t('rates.sourceHint') }],
  };
  const send = async (values: Record<string, unknown>, key: string): Promise<string> => {
    const headers = { 'Idempotency-Key': key };
    if (open.what === 'edit') {
      const { id, version } = open.rate;
      const body = values as Schemas['PatchExchangeRate'];
      await api.PATCH('/api/v1/exchange-rates/{id}', { params: { path: { id } }, body, headers: ifMatch(version) });
      return t('rates.saved');
    }
    if (open.what === 'file') {
      const body = { text: open.text, source: String(values['source']) };
      const { data } = await api.POST('/api/v1/exchange-rates/file', { body, headers });
      const { added = 0, changed = 0, unchanged = 0 } = data ?? {};
      return t('rates.read', {
        added: format.number(added),
        changed: format.number(changed),
        unchanged: format.number(unchanged),
      });
    }
    const { from, to, ...rest } = values as Schemas['AddExchangeRate'];
    const body = { ...rest, from: from.trim().toUpperCase(), to: to.trim().toUpperCase() };
    await api.POST('/api/v1/exchange-rates', { body, headers });
    return t('rates.saved');
  };
  const titles: Record<Open['what'], string> = {
    new: t('rates.new'),
    edit:
      open.what === 'edit'
        ? t('rates.edit', { from: open.rate.from, to: open.rate.to, day: format.day(open.rate.on) })
        : '',
    file: open.what === 'file' ? t('rates.readTitle', { name: open.name }) : '',
  };
  return (
    <FormDialog
      title={titles[open.what]}
      submit={open.what === 'file' ? t('rates.readSubmit') : t('ui.save')}
      initial={open.what === 'edit' ? { rate: open.rate.rate, source: open.rate.source } : {}}
      fields={fields[open.what]}
      onClose={onClose}
      onSubmit={async (values, key) => {
        const title = await send(values, key);
        await refresh(client, stale);
        notify({ title });
      }}
    />
  );
}
