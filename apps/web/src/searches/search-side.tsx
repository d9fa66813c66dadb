import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { Facts } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import type { FieldValue } from '../ui/fields/field.js';
import { Panel } from '../ui/panel.js';
import { BandFact } from './band-fact.js';
import { ClientSide, Team } from './search-people.js';
import { useSearchFields } from './search-fields.js';
import { useSaveSearch } from './use-save-search.js';

const first = ['title', 'organizationId', 'type', 'roleFamilyId', 'leadId', 'openings', 'city', 'country'] as const;
const agreed = [
  'openedOn',
  'guaranteeDays',
  'guaranteeKind',
  'protectionMonths',
  'offLimitsOrganizationId',
  'offLimitsMonths',
  'placedOffLimitsMonths',
] as const;

/** The facts of a search, its team and the client's people in it. */
export function SearchSide({ search }: { search: Schemas['SearchView'] }) {
  const { t } = useTranslation();
  const fields = useSearchFields();
  const save = useSaveSearch(search);
  const editable = search.abilities.includes('edit');
  const words: Partial<Record<string, string | null>> = {
    organizationId: search.organizationName,
    roleFamilyId: search.roleFamilyName,
    leadId: search.leadName,
    offLimitsOrganizationId: search.offLimitsOrganizationName,
  };
  const facts = (names: readonly (typeof first | typeof agreed)[number][]) =>
    names.map((name) => (
      <Fact
        key={name}
        field={fields[name]}
        value={search[name] as FieldValue}
        words={words[name] ?? undefined}
        editable={editable}
        onSave={save}
      />
    ));
  return (
    <>
      <Panel title={t('searches.facts')}>
        <Facts>
          {facts(first)}
          <BandFact search={search} editable={editable} />
          {facts(agreed)}
        </Facts>
      </Panel>
      <Team search={search} />
      {search.contacts && <ClientSide search={search} contacts={search.contacts} />}
    </>
  );
}
