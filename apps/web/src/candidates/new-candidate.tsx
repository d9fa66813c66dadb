import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { OrganizationPicker } from '../organizations/parts/organization-picker.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { notify } from '../ui/notices.js';
import { useCandidateFields } from './candidate-fields.js';
import { identifierIn } from './profile-link.js';

/** Asks for a new person, with their employer and a profile link, and opens them. */
export function NewCandidate({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const fields = useCandidateFields();
  return (
    <FormDialog
      title={t('candidates.new')}
      submit={t('candidates.create')}
      initial={{ source: 'own_research' }}
      fields={[
        fields.displayName,
        fields.nativeName,
        {
          name: 'organizationId',
          label: t('candidates.affiliation.organizationId'),
          kind: 'record',
          Picker: OrganizationPicker,
        },
        { name: 'title', label: t('candidates.affiliation.title'), kind: 'text' },
        { name: 'link', label: t('candidates.field.link'), kind: 'link' },
        { name: 'email', label: t('candidates.field.email'), kind: 'email' },
        fields.roleFamilyId,
        fields.city,
        fields.source,
      ]}
      onClose={onClose}
      onSubmit={async ({ organizationId, title, link, email, ...values }, key) => {
        const identifier = typeof link === 'string' ? identifierIn(link) : undefined;
        const body = {
          ...values,
          ...(identifier && { identifiers: [identifier] }),
          ...(email && { channels: [{ kind: 'email', value: email }] }),
          ...(organizationId && { affiliation: { organizationId, type: 'employment', ...(title && { title }) } }),
        };
        const { data } = await api.POST('/api/v1/candidates', {
          body: body as Schemas['CreateCandidate'],
          headers: { 'Idempotency-Key': key },
        });
        await refresh(client, ['/candidates']);
        if (!data) return;
        const alike = data.possibleDuplicates.map((one) => one.displayName);
        notify(
          alike.length > 0
            ? { tone: 'info', title: t('candidates.duplicates'), message: format.list(alike) }
            : { title: t('candidates.created', { name: data.displayName }) },
        );
        await navigate({ to: '/candidates/$id', params: { id: data.id } });
      }}
    />
  );
}
