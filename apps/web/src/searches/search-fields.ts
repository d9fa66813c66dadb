import { guaranteeKinds, searchTypes } from '@domain/searches/search.js';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { PipelinePicker, RoleFamilyPicker } from '../settings/parts/setting-pickers.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';

type Name =
  | 'organizationId'
  | 'title'
  | 'type'
  | 'roleFamilyId'
  | 'city'
  | 'country'
  | 'openings'
  | 'brief'
  | 'mustHaves'
  | 'bandLow'
  | 'bandHigh'
  | 'bandCurrency'
  | 'guaranteeDays'
  | 'guaranteeKind'
  | 'protectionMonths'
  | 'offLimitsOrganizationId'
  | 'offLimitsMonths'
  | 'placedOffLimitsMonths'
  | 'leadId'
  | 'openedOn'
  | 'pipelineId';

/** What can be said of a search itself. */
export function useSearchFields(): Record<Name, Field> {
  const { t } = useTranslation();
  const label = (name: Name) => t(`searches.field.${name}`);
  return {
    organizationId: {
      name: 'organizationId',
      label: label('organizationId'),
      kind: 'record',
      Picker: OrganizationPicker,
      required: true,
    },
    title: { name: 'title', label: label('title'), kind: 'text', required: true },
    type: {
      name: 'type',
      label: label('type'),
      kind: 'choice',
      required: true,
      options: optionsOf(searchTypes, (word) => t(`words.searchType.${word}`)),
    },
    roleFamilyId: { name: 'roleFamilyId', label: label('roleFamilyId'), kind: 'record', Picker: RoleFamilyPicker },
    city: { name: 'city', label: label('city'), kind: 'text' },
    country: { name: 'country', label: label('country'), kind: 'text' },
    openings: { name: 'openings', label: label('openings'), kind: 'number', min: 1, max: 1000 },
    brief: { name: 'brief', label: label('brief'), kind: 'multiline' },
    mustHaves: { name: 'mustHaves', label: label('mustHaves'), kind: 'multiline' },
    bandLow: { name: 'bandLow', label: label('bandLow'), kind: 'amount' },
    bandHigh: { name: 'bandHigh', label: label('bandHigh'), kind: 'amount' },
    bandCurrency: { name: 'bandCurrency', label: label('bandCurrency'), kind: 'text' },
    guaranteeDays: { name: 'guaranteeDays', label: label('guaranteeDays'), kind: 'number', min: 0, max: 1000 },
    guaranteeKind: {
      name: 'guaranteeKind',
      label: label('guaranteeKind'),
      kind: 'choice',
      options: optionsOf(guaranteeKinds, (word) => t(`words.guaranteeKind.${word}`)),
    },
    protectionMonths: { name: 'protectionMonths', label: label('protectionMonths'), kind: 'number', min: 0, max: 120 },
    offLimitsOrganizationId: {
      name: 'offLimitsOrganizationId',
      label: label('offLimitsOrganizationId'),
      kind: 'record',
      Picker: OrganizationPicker,
    },
    offLimitsMonths: { name: 'offLimitsMonths', label: label('offLimitsMonths'), kind: 'number', min: 0, max: 120 },
    placedOffLimitsMonths: {
      name: 'placedOffLimitsMonths',
      label: label('placedOffLimitsMonths'),
      kind: 'number',
      min: 0,
      max: 120,
    },
    leadId: { name: 'leadId', label: label('leadId'), kind: 'record', Picker: UserPicker },
    openedOn: { name: 'openedOn', label: label('openedOn'), kind: 'day' },
    pipelineId: { name: 'pipelineId', label: label('pipelineId'), kind: 'record', Picker: PipelinePicker },
  };
}
