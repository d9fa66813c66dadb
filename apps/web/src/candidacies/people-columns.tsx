import { ActionIcon, Menu } from '@mantine/core';
import type { ExitReason } from '@domain/candidacies/exit-reasons.js';
import { IconDots } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { PersonCell } from '../candidates/parts/person-cell.js';
import { type Action, ActionItems } from '../ui/action-items.js';
import type { Column } from '../ui/table/columns.js';
import { type Card, daysSince } from './board-state.js';
import { NextAction } from './candidacy-card.js';
import { StageMark } from './parts/stage-mark.js';

type Destinations = (card: Card) => readonly Action[];

/** The columns of the people of a search. */
export function usePeopleColumns(
  now: number,
  today: string,
  exited: boolean,
  actionsOf: Destinations,
  destinationsOf: Destinations,
): readonly Column<Card>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('candidacies.column.name'),
        width: 180,
        grow: true,
        fixed: true,
        cell: (card) => (
          <PersonCell
            id={card.candidateId}
            name={card.candidateName}
            ownName={card.nativeName}
            doNotContact={card.doNotContact}
            searchId={card.searchId}
          />
        ),
      },
      {
        id: 'work',
        header: t('candidacies.column.work'),
        width: 180,
        grow: true,
        cell: ({ currentTitle, currentOrganizationName }) =>
          [currentTitle, currentOrganizationName].filter(Boolean).join(' · '),
      },
      {
        id: 'stage',
        header: t('candidacies.stage'),
        width: 148,
        cell: ({ stageName, group, role, exitReason }) =>
          exitReason && !exited ? (
            t('candidacies.left', { reason: t(`words.exitReason.${exitReason as ExitReason}`) })
          ) : group && stageName ? (
            <StageMark group={group} name={stageName} />
          ) : (
            t(`words.candidacyRole.${role}`)
          ),
      },
      ...(exited
        ? [
            {
              id: 'reason',
              header: t('candidacies.column.reason'),
              width: 240,
              cell: ({ exitParty, exitReason }: Card) =>
                [
                  exitParty && t(`words.party.${exitParty}`),
                  exitReason && t(`words.exitReason.${exitReason as ExitReason}`),
                ]
                  .filter(Boolean)
                  .join(' · '),
            },
          ]
        : []),
      {
        id: 'days',
        header: t('candidacies.column.days'),
        width: 96,
        numeric: true,
        sort: 'enteredStageAt',
        cell: (card) => (
          <span title={format.dateTime(card.exitedAt ?? card.enteredStageAt)}>
            {t('candidacies.board.days', { count: daysSince(card.exitedAt ?? card.enteredStageAt, now) })}
          </span>
        ),
      },
      {
        id: 'next',
        header: t('candidacies.column.next'),
        width: 180,
        sort: 'nextActionOn',
        hidden: exited,
        cell: (card) => <NextAction card={card} today={today} />,
      },
      { id: 'owner', header: t('candidacies.owner'), width: 120, cell: ({ ownerName }) => ownerName },
      {
        id: 'lastContact',
        header: t('candidacies.column.lastContact'),
        width: 120,
        cell: ({ lastContactAt }) => lastContactAt && format.date(lastContactAt),
      },
      { id: 'source', header: t('candidacies.source'), width: 150, hidden: true, cell: ({ source }) => source },
      {
        id: 'updated',
        header: t('candidacies.column.updated'),
        width: 120,
        hidden: true,
        sort: 'updatedAt',
        cell: ({ updatedAt }) => format.date(updatedAt),
      },
      {
        id: 'actions',
        header: t('candidacies.column.actions'),
        width: 88,
        fixed: true,
        cell: (card) => <RowMenu card={card} actionsOf={actionsOf} destinationsOf={destinationsOf} />,
      },
    ],
    [t, format, now, today, exited, actionsOf, destinationsOf],
  );
}

function RowMenu({
  card,
  actionsOf,
  destinationsOf,
}: {
  card: Card;
  actionsOf: Destinations;
  destinationsOf: Destinations;
}) {
  const { t } = useTranslation();
  const destinations = destinationsOf(card);
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('ui.board.actions', { name: card.candidateName })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {destinations.length > 0 && <Menu.Label>{t('ui.board.moveTo')}</Menu.Label>}
        <ActionItems actions={destinations} />
        {destinations.length > 0 && <Menu.Divider />}
        <ActionItems actions={actionsOf(card)} />
      </Menu.Dropdown>
    </Menu>
  );
}
