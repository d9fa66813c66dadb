import { Alert } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';

/** Says before anybody writes which colleagues try to win this person already; nothing where none does. */
export function AttemptConflict({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { data } = $api.useQuery(
    'get',
    '/api/v1/poaching-attempts',
    { params: { query: { candidateId, open: true, mine: false, limit: 5 } } },
    { enabled: may('poaching.read') },
  );
  return (data?.items ?? []).map(({ id, ownerName, searchTitle, state, lastAt }) => (
    <Alert
      key={id}
      color="orange"
      p="xs"
      mb={4}
      icon={<IconUsersGroup size={18} aria-hidden />}
      title={t(searchTitle ? 'poaching.conflictSearch' : 'poaching.conflict', {
        name: ownerName,
        search: searchTitle,
        state: t(`words.attemptState.${state}`),
      })}
    >
      {t('poaching.conflictSince', { day: format.date(lastAt) })}
    </Alert>
  ));
}
