import { locales } from '@domain/agencies/agency.js';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { languageNames } from '../app/i18n.js';
import { useFacts } from '../app/record.js';
import { ErrorState } from '../ui/error-state.js';
import { Facts } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import type { Field } from '../ui/fields/field.js';
import { LinesSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';

/** What holds for the whole agency. */
export function AgencyPart() {
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/agency');
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton lines={4} />;
  return <Loaded agency={data} />;
}

function Loaded({ agency }: { agency: Schemas['AgencyView'] }) {
  const { t } = useTranslation();
  const { queryKey } = $api.queryOptions('get', '/api/v1/agency');
  const save = useFacts({
    queryKey,
    record: agency,
    stale: ['/agency', '/me'],
    send: async (values, version, key) => {
      const { data } = await api.PATCH('/api/v1/agency', {
        body: values as Schemas['PatchAgency'],
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
      });
      return data as Schemas['AgencyView'];
    },
  });
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
  const fields: (Field & { name: 'name' | 'timeZone' | 'currency' | 'locale' | 'protectionMonths' | 'answerDays' })[] =
    [
      { name: 'name', label: t('settings.agency.name'), kind: 'text', required: true },
      { name: 'timeZone', label: t('settings.agency.timeZone'), kind: 'choice', required: true, options: zones },
      { name: 'currency', label: t('settings.agency.currency'), kind: 'text', required: true },
      {
        name: 'locale',
        label: t('settings.agency.locale'),
        kind: 'choice',
        required: true,
        options: locales.map((value) => ({ value, label: languageNames[value] })),
      },
      { name: 'protectionMonths', label: t('settings.agency.protectionMonths'), kind: 'number', min: 0, max: 120 },
      { name: 'answerDays', label: t('settings.agency.answerDays'), kind: 'number', min: 0, max: 365 },
    ];
  return (
    <Panel title={t('settings.part.agency')}>
      <Facts>
        {fields.map((field) => (
          <Fact
            key={field.name}
            field={field}
            value={agency[field.name]}
            editable={agency.abilities.includes('edit')}
            onSave={save}
          />
        ))}
      </Facts>
    </Panel>
  );
}
