import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { InlineField } from '../ui/inline-field.js';
import { useShowSearch } from './use-search-state.js';

type Band = { low: string; high: string; currency: string };

/** A year's pay that the client has in mind, edited as a whole: both ends have one currency. */
export function BandFact({ search, editable }: { search: Schemas['SearchView']; editable: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, bandLow, bandHigh, version } = search;
  const show = useShowSearch(id);
  const save = useChange<Band, unknown>({
    send: async ({ low, high, currency }, key) => {
      const none = low.trim() === '' && high.trim() === '';
      const body = {
        bandLow: low.trim() || null,
        bandHigh: high.trim() || null,
        bandCurrency: none ? null : currency.trim().toUpperCase() || null,
      };
      const headers = { ...ifMatch(version), 'Idempotency-Key': key };
      show((await api.PATCH('/api/v1/searches/{id}', { params: { path: { id } }, body, headers })).data);
    },
    stale: ['/searches'],
    failed: () => true,
  });
  const words = [bandLow, bandHigh].map((money) => money && format.moneyShort(money));
  const display =
    bandLow && bandHigh ? words.join(' – ') : bandLow ? `≥ ${words[0]}` : bandHigh ? `≤ ${words[1]}` : undefined;
  const value = {
    low: bandLow?.amount ?? '',
    high: bandHigh?.amount ?? '',
    currency: bandLow?.currency ?? bandHigh?.currency ?? 'CNY',
  };
  return (
    <InlineField<Band>
      label={t('searches.band')}
      value={value}
      display={display}
      editable={editable}
      onSave={async (next) => void (await save(next))}
      editor={({ value: draft, onChange, error }) => {
        const input = (name: keyof Band, label: string, inputMode: 'decimal' | 'text') => (
          <TextInput
            aria-label={label}
            placeholder={label}
            inputMode={inputMode}
            value={draft[name]}
            error={name === 'low' ? error : undefined}
            onChange={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
          />
        );
        return (
          <Group gap={4} wrap="nowrap" grow>
            {input('low', t('searches.field.bandLow'), 'decimal')}
            {input('high', t('searches.field.bandHigh'), 'decimal')}
            {input('currency', t('searches.field.bandCurrency'), 'text')}
          </Group>
        );
      }}
    />
  );
}
