import { Modal } from '@mantine/core';
import type { RivalOfferState } from '@domain/offers/offer.js';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/error-state.js';
import { LinesSkeleton } from '../ui/page.js';
import { OfferSteps } from './offer-steps.js';
import { type RivalOffer, useRivalOffer } from './use-offers.js';

/** How a counteroffer or a competing offer came to stand as it does. */
export function RivalSteps({ rival, onClose }: { rival: RivalOffer; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRivalOffer(rival.kind, rival.id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${rival.candidateName}: ${t(`words.rivalOfferKind.${rival.kind}`)}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <OfferSteps
          steps={data.steps}
          takesBack={data.takesBack}
          wordOf={(state) => t(`words.rivalOfferState.${state as RivalOfferState}`)}
        />
      ) : (
        <LinesSkeleton lines={4} />
      )}
    </Modal>
  );
}
