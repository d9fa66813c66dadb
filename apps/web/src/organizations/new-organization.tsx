import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { notify } from '../ui/notices.js';
import { useOrganizationFields } from './organization-fields.js';

/** Asks for a new organization and opens it. */
export function NewOrganization({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const fields = useOrganizationFields();
  return (
    <FormDialog
      title={t('organizations.new')}
      submit={t('organizations.create')}
      initial={{ kind: 'company' }}
      fields={[
        fields.name,
        fields.kind,
        fields.nativeName,
        fields.parentId,
        fields.website,
        fields.country,
        fields.city,
      ]}
      onClose={onClose}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/v1/organizations', {
          body: values as Schemas['CreateOrganization'],
          headers: { 'Idempotency-Key': key },
        });
        await refresh(client, ['/organizations']);
        if (!data) return;
        notify({ title: t('organizations.created', { name: data.name }) });
        await navigate({ to: '/organizations/$id', params: { id: data.id } });
      }}
    />
  );
}
