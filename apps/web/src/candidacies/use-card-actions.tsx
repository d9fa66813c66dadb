import {
  IconClipboardText,
  IconDoorExit,
  IconFileDollar,
  IconFlag,
  IconHistory,
  IconLayoutSidebarRight,
  IconPhone,
  IconRotate,
  IconSend,
  IconTrophy,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import type { Action } from '../ui/action-items.js';
import type { Card } from './board-state.js';

export type CardDialog = 'exit' | 'reopen' | 'next' | 'place' | 'history' | 'log' | 'task' | 'submit';

/** What can be done with a card beside moving it: by what the member may, and by where the card stands. */
export function useCardActions(
  running: boolean,
  open: (kind: CardDialog, card: Card) => void,
  peek: (card: Card) => void,
): (card: Card) => Action[] {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const icon = (Icon: typeof IconUser) => <Icon size={16} aria-hidden />;
  return (card) => {
    const inside = card.exitedAt === null;
    const moving = may('candidacy.move') && card.role === 'candidate';
    const action = (id: CardDialog, Icon: typeof IconUser, danger = false): Action => ({
      id,
      label: t(`candidacies.action.${id}`),
      icon: icon(Icon),
      danger,
      run: () => open(id, card),
    });
    const accepted = card.group === 'accepted';
    return [
      {
        id: 'open',
        label: t('candidacies.action.open'),
        icon: icon(IconUser),
        run: () => void navigate({ to: '/candidates/$id', params: { id: card.candidateId } }),
      },
      {
        id: 'peek',
        label: t('candidacies.action.peek'),
        icon: icon(IconLayoutSidebarRight),
        run: () => peek(card),
      },
      ...(may('contact-log.write') ? [action('log', IconPhone)] : []),
      ...(may('candidacy.move') && inside ? [action('next', IconFlag)] : []),
      ...(may('submission.make') && moving && inside && running ? [action('submit', IconSend)] : []),
      ...(may('offer.read') && card.role === 'candidate'
        ? [
            {
              id: 'offers',
              label: t('candidacies.action.offers'),
              icon: icon(IconFileDollar),
              run: () => void navigate({ to: '/candidacies/$id/compare', params: { id: card.id } }),
            },
          ]
        : []),
      ...(may('task.write') ? [action('task', IconClipboardText)] : []),
      ...(may('placement.edit') && inside && running && accepted ? [action('place', IconTrophy)] : []),
      ...(card.role === 'candidate' ? [action('history', IconHistory)] : []),
      ...(moving && inside ? [action('exit', IconDoorExit, true)] : []),
      ...(moving && !inside && running ? [action('reopen', IconRotate)] : []),
    ];
  };
}
