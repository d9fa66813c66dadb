import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.js';
import { type Language, languageNames, languages } from '../app/i18n.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { nameIn, saveFile } from '../ui/save-file.js';
import type { Offer } from './use-offers.js';

/** Asks in which language the person reads it, and saves the summary of their offer. */
export function OfferSummaryDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <FormDialog
      title={t('offers.summary.title', { name: offer.candidateName })}
      submit={t('offers.summary.save')}
      fields={[
        {
          name: 'language',
          label: t('offers.summary.language'),
          kind: 'choice',
          required: true,
          options: languages.map((value) => ({ value, label: languageNames[value] })),
        },
      ]}
      initial={{ language: i18n.language }}
      onClose={onClose}
      onSubmit={async ({ language }) => {
        const { data, response } = await api.GET('/api/v1/offers/{id}/summary', {
          params: { path: { id: offer.id }, query: { language: language as Language } },
          parseAs: 'blob',
        });
        if (data) saveFile(data as unknown as Blob, nameIn(response) ?? 'offer-summary.pdf');
      }}
    >
      <Text size="sm">{t('offers.summary.hint')}</Text>
    </FormDialog>
  );
}
