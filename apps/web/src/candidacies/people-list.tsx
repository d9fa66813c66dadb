import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { walking } from '../app/walk.js';
import type { ListState } from '../ui/list-state.js';
import type { Arrangement, Column } from '../ui/table/columns.js';
import { DataTable, type Selection } from '../ui/table/data-table.js';
import type { Card } from './board-state.js';

type Props = {
  label: string;
  list: ListState<Card>;
  columns: readonly Column<Card>[];
  shown: readonly string[] | undefined;
  widths: readonly string[] | undefined;
  onArrange: (next: Partial<Arrangement>) => void;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  selected: ReadonlySet<string>;
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined;
  onPeek: (card: Card) => void;
  onActive: (card: Card) => void;
  empty: React.ReactNode;
};

/** The people of a search as rows. */
export function PeopleList({ list, selected, onSelect, ...table }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const selection: Selection = Object.fromEntries([...selected].map((id) => [id, true]));
  return (
    <DataTable
      {...table}
      list={list}
      nameOf={({ candidateName }) => candidateName}
      onOpen={({ candidateId }) =>
        void navigate({ to: '/candidates/$id', params: { id: candidateId }, state: walking })
      }
      {...(onSelect && {
        selection,
        onSelect: (next: Selection) => onSelect(new Set(Object.keys(next).filter((id) => next[id]))),
      })}
      summary={(card) => (
        <>
          <Text fw={550} truncate>
            {card.candidateName}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {[card.exitReason ? t(`words.exitReason.${card.exitReason}`) : card.stageName, card.currentOrganizationName]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    />
  );
}
