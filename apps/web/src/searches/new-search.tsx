import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { notify } from '../ui/notices.js';
import { useSearchFields } from './search-fields.js';

/** Opens a search for a client; its board follows. */
export function NewSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const fields = useSearchFields();
  return (
    <FormDialog
      title={t('searches.new')}
      submit={t('searches.create')}
      initial={{ type: 'retained' }}
      fields={[
        fields.title,
        fields.organizationId,
        fields.type,
        fields.roleFamilyId,
        fields.city,
        fields.country,
        fields.openings,
        fields.leadId,
        fields.pipelineId,
        fields.brief,
      ]}
      onClose={onClose}
      onSubmit={async (values, key) => {
        const { data } = await api.POST('/api/v1/searches', {
          body: values as Schemas['OpenSearch'],
          headers: { 'Idempotency-Key': key },
        });
        await refresh(client, ['/searches']);
        if (!data) return;
        notify({ title: t('searches.created', { name: data.title }) });
        await navigate({ to: '/searches/$id/board', params: { id: data.id } });
      }}
    />
  );
}
