import { organizationKinds } from '@domain/organizations/organization.js';
import { useTranslation } from 'react-i18next';
import { UserPicker } from '../settings/parts/user-picker.js';
import type { Field } from '../ui/fields/field.js';
import { optionsOf } from '../ui/options.js';
import { OrganizationPicker } from './parts/organization-picker.js';

type Name = 'kind' | 'name' | 'nativeName' | 'parentId' | 'website' | 'country' | 'city' | 'ownerId' | 'description';

/** What can be said of an organization itself. */
export function useOrganizationFields(): Record<Name, Field> {
  const { t } = useTranslation();
  const label = (name: Name) => t(`organizations.field.${name}`);
  const kinds = optionsOf(organizationKinds, (word) => t(`words.orgKind.${word}`));
  return {
    kind: { name: 'kind', label: label('kind'), kind: 'choice', options: kinds, required: true },
    name: { name: 'name', label: label('name'), kind: 'text', required: true },
    nativeName: { name: 'nativeName', label: label('nativeName'), kind: 'text' },
    parentId: { name: 'parentId', label: label('parentId'), kind: 'record', Picker: OrganizationPicker },
    website: { name: 'website', label: label('website'), kind: 'link' },
    country: { name: 'country', label: label('country'), kind: 'text' },
    city: { name: 'city', label: label('city'), kind: 'text' },
    ownerId: { name: 'ownerId', label: label('ownerId'), kind: 'record', Picker: UserPicker },
    description: { name: 'description', label: label('description'), kind: 'multiline' },
  };
}
