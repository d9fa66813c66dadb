import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { Panel } from '../../ui/panel.js';
import { InstalmentMenu } from '../instalment-menu.js';
import { InstalmentStateBadge } from '../instalment-state.js';
import { type FeeRow, useFeeWords } from '../use-fees.js';

/** The instalments of the fees that a search has earned; nothing where it has none. For who may see fees. */
export function SearchFees({ searchId }: { searchId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { due } = useFeeWords();
  const query = { searchId, limit: 100 };
  const list = useListState<FeeRow>($api.useInfiniteQuery('get', '/api/v1/fees', { params: { query } }, byCursor));
  if (!list.error && list.rows.length === 0) return null;
  return (
    <Panel
      title={t('fees.ofSearch')}
      aside={
        <Anchor size="sm" renderRoot={(props) => <Link to="/fees" search={{}} {...props} />}>
          {t('fees.all')}
        </Anchor>
      }
    >
      <ListPanel
        label={t('fees.ofSearch')}
        list={list}
        least={720}
        empty={null}
        columns={[
          {
            id: 'person',
            header: t('fees.column.person'),
            cell: ({ candidacyId, candidateName, nativeName }) => (
              <Link to="/candidacies/$id/compare" params={{ id: candidacyId }}>
                {format.names(candidateName, nativeName)[0]}
              </Link>
            ),
          },
          { id: 'trigger', header: t('fees.column.trigger'), cell: ({ trigger }) => t(`words.trigger.${trigger}`) },
          {
            id: 'amount',
            header: t('fees.column.amount'),
            cell: ({ amount }) => (amount ? format.moneyExact(amount) : t('fees.notYet')),
          },
          { id: 'due', header: t('fees.column.due'), cell: due },
          { id: 'state', header: t('fees.column.state'), cell: ({ state }) => <InstalmentStateBadge state={state} /> },
          {
            id: 'credits',
            header: t('fees.column.credits'),
            cell: ({ credits }) => (
              <Text size="sm">
                {credits
                  .map(({ name, amount }) => [name, amount && format.money(amount)].filter(Boolean).join(' '))
                  .join(', ')}
              </Text>
            ),
          },
          { id: 'actions', header: '', cell: (row) => <InstalmentMenu instalment={row} /> },
        ]}
      />
    </Panel>
  );
}
