import { Button, Group, Select, Table, Text } from '@mantine/core';
import { CSV_FIELDS, type CsvField, guessMapping, isCsvField, mapsAName } from '@domain/imports/csv-fields.js';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { Panel } from '../ui/panel.js';
import { WideTable } from '../ui/wide-table.js';

type Mapping = Record<string, string>;
const fields = Object.keys(CSV_FIELDS) as CsvField[];

/** What each column of the csv means, with sample values; a change checks the file again. */
export function MappingForm({ one }: { one: Schemas['ImportView'] }) {
  const { t } = useTranslation();
  const inspection = one.inspection as Schemas['CsvInspectionView'];
  const given = useMemo(
    () => (one.mapping as Mapping | null) ?? Object.fromEntries(Object.entries(guessMapping(inspection.header))),
    [one.mapping, inspection.header],
  );
  const [mapping, setMapping] = useState<Mapping>(given);
  const [busy, setBusy] = useState(false);
  const named = mapsAName(
    Object.fromEntries(Object.entries(mapping).filter((entry): entry is [string, CsvField] => isCsvField(entry[1]))),
  );
  const save = useChange<Mapping, unknown>({
    send: (next) =>
      api.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id: one.id } }, body: { mapping: next } }),
    stale: ['/imports'],
  });
  const submit = () => {
    setBusy(true);
    void save(mapping)
      .catch(() => {})
      .finally(() => setBusy(false));
  };
  const delimiter = inspection.delimiter === '\t' ? 'Tab' : inspection.delimiter;
  return (
    <Panel
      title={t('imports.mapping.title')}
      aside={
        <Text size="sm" c="dimmed">
          {t('imports.mapping.read', { encoding: inspection.encoding, delimiter })}
        </Text>
      }
    >
      <WideTable label={t('imports.mapping.title')} least={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.mapping.column')}</Table.Th>
            <Table.Th>{t('imports.mapping.sample')}</Table.Th>
            <Table.Th w={260}>{t('imports.mapping.means')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inspection.header.map((header, index) => (
            <Table.Tr key={index}>
              <Table.Td>{header}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" lineClamp={1}>
                  {inspection.sample
                    .map((row) => row[index])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${t('imports.mapping.means')}: ${header}`}
                  searchable
                  clearable
                  clearButtonProps={{ 'aria-label': t('ui.clear') }}
                  placeholder={t('imports.mapping.skip')}
                  data={fields.map((value) => ({ value, label: t(`imports.field.${value}`) }))}
                  value={mapping[index] ?? null}
                  onChange={(next) =>
                    setMapping((former) => {
                      const { [String(index)]: _gone, ...rest } = former;
                      return next ? { ...rest, [index]: next } : rest;
                    })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Group justify="flex-end" mt="sm">
        {!named && <Text c="red">{t('imports.mapping.needsName')}</Text>}
        <Button
          variant="default"
          loading={busy}
          disabled={!named || JSON.stringify(mapping) === JSON.stringify(given)}
          onClick={submit}
        >
          {t('imports.mapping.save')}
        </Button>
      </Group>
    </Panel>
  );
}
