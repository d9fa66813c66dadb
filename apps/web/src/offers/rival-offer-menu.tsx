import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import { ActionItems } from '../ui/action-items.js';
import { later } from '../ui/later.js';
import { type Offer, type RivalOffer, type RivalOfferAction, rivalOfferActions } from './use-offers.js';

const RivalOfferDialog = later(async () => (await import('./rival-offer-dialog.js')).RivalOfferDialog);
const AnswerDialog = later(async () => (await import('./rival-step-dialog.js')).AnswerDialog);
const RivalSteps = later(async () => (await import('./rival-steps.js')).RivalSteps);
const RivalStepDialog = later(async () => (await import('./rival-step-dialog.js')).RivalStepDialog);

/** What can be done with a bid against ours, as a menu; each asks first and then writes. */
export function RivalOfferMenu({ rival, offers }: { rival: RivalOffer; offers: readonly Offer[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [action, setAction] = useState<RivalOfferAction>();
  const actions = rivalOfferActions(rival, may).filter((one) => one !== 'answer' || offers.length > 0);
  if (actions.length === 0) return null;
  const close = () => setAction(undefined);
  const { candidacyId, candidateId, candidateName: name, kind } = rival;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t(`offers.rivalActions.${kind}`, { name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems
            actions={actions.map((one) => ({
              id: one,
              label: t(`offers.rivalAction.${one}`),
              danger: one === 'accept',
              run: () => setAction(one),
            }))}
          />
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {action === 'steps' ? (
          <RivalSteps rival={rival} onClose={close} />
        ) : action === 'edit' ? (
          <RivalOfferDialog whose={{ candidacyId, candidateId, name }} kind={kind} rival={rival} onClose={close} />
        ) : action === 'answer' ? (
          <AnswerDialog rival={rival} offers={offers} onClose={close} />
        ) : (
          action && <RivalStepDialog rival={rival} way={action} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
