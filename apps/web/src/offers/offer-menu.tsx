import { ActionIcon, Menu } from '@mantine/core';
import { type OfferAction, offerActions } from '@domain/offers/offer.rules.js';
import { IconDots } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import { ActionItems } from '../ui/action-items.js';
import { later } from '../ui/later.js';
import type { Offer } from './use-offers.js';

const OfferDialog = later(async () => (await import('./offer-dialog.js')).OfferDialog);
const OfferStepDialog = later(async () => (await import('./offer-step-dialog.js')).OfferStepDialog);
const ApprovalDialog = later(async () => (await import('./offer-step-dialog.js')).ApprovalDialog);
const DatesDialog = later(async () => (await import('./offer-step-dialog.js')).DatesDialog);

const OfferSummaryDialog = later(async () => (await import('./offer-summary-dialog.js')).OfferSummaryDialog);

const dangerous: readonly OfferAction[] = ['withdraw', 'renege', 'rescind'];

/** What can be done with an offer, as a menu; each asks first and then writes. */
export function OfferMenu({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const may = useMay();
  const [action, setAction] = useState<OfferAction>();
  const actions = offerActions(may, offer);
  if (actions.length === 0) return null;
  const close = () => setAction(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            aria-label={t('offers.actions', { name: offer.candidateName, number: offer.number })}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems
            actions={actions.map((one) => ({
              id: one,
              label: t(`offers.action.${one}`),
              danger: dangerous.includes(one),
              run: () => setAction(one),
            }))}
          />
        </Menu.Dropdown>
      </Menu>
      <Suspense>{action && <Asked offer={offer} action={action} onClose={close} />}</Suspense>
    </>
  );
}

/** What an action asks before it is written. */
function Asked({ offer, action, onClose }: { offer: Offer; action: OfferAction; onClose: () => void }) {
  const { candidacyId, candidateId, candidateName: name, organizationId } = offer;
  switch (action) {
    case 'edit':
    case 'revise':
      return (
        <OfferDialog
          whose={{ candidacyId, candidateId, name, organizationId }}
          offer={offer}
          revise={action === 'revise'}
          onClose={onClose}
        />
      );
    case 'approve':
      return <ApprovalDialog offer={offer} onClose={onClose} />;
    case 'summarize':
      return <OfferSummaryDialog offer={offer} onClose={onClose} />;
    case 'date':
      return <DatesDialog offer={offer} onClose={onClose} />;
    default:
      return <OfferStepDialog offer={offer} step={action} onClose={onClose} />;
  }
}
