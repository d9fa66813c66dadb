import { Button } from '@mantine/core';
import { IconBriefcase2, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { SearchName } from '../../searches/parts/search-picker.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { later } from '../../ui/later.js';
import { byCursor, useListState } from '../../ui/list-state.js';

const SubmitDialog = later(async () => (await import('../../portal/parts/submit-dialog.js')).SubmitDialog);

type Candidacy = Schemas['CandidacyRow'];

/** The searches in which a person stands or stood, and how far they came. */
export function CandidateSearches({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [submitting, setSubmitting] = useState<Candidacy>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/candidacies',
    { params: { query: { candidateId, limit: 50 } } },
    byCursor,
  );
  const list = useListState<Candidacy>(query);
  return (
    <>
      <ListPanel
        label={t('candidates.tab.searches')}
        list={list}
        empty={<EmptyState icon={IconBriefcase2} title={t('candidacies.none')} hint={t('candidacies.noneHint')} />}
        columns={[
          {
            id: 'search',
            header: t('candidacies.search'),
            cell: ({ searchId }) => (
              <Link to="/searches/$id/board" params={{ id: searchId }}>
                <SearchName id={searchId} />
              </Link>
            ),
          },
          {
            id: 'stage',
            header: t('candidacies.stage'),
            cell: ({ exitReason, stageName }) =>
              exitReason ? t('candidacies.left', { reason: t(`words.exitReason.${exitReason as 'pay'}`) }) : stageName,
          },
          {
            id: 'since',
            header: t('candidacies.since'),
            cell: ({ enteredStageAt, exitedAt }) => format.date(exitedAt ?? enteredStageAt),
          },
          { id: 'owner', header: t('candidacies.owner'), cell: ({ ownerName }) => ownerName },
          {
            id: 'offers',
            header: '',
            cell: ({ id, role }) =>
              may('offer.read') &&
              role === 'candidate' && (
                <Link to="/candidacies/$id/compare" params={{ id }}>
                  {t('candidacies.action.offers')}
                </Link>
              ),
          },
          {
            id: 'submit',
            header: '',
            cell: (candidacy) =>
              may('submission.make') &&
              candidacy.role === 'candidate' &&
              candidacy.exitedAt === null && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconSend size={14} aria-hidden />}
                  onClick={() => setSubmitting(candidacy)}
                >
                  {t('candidacies.action.submit')}
                </Button>
              ),
          },
        ]}
      />
      <Suspense>
        {submitting && <SubmitDialog people={[submitting]} onClose={() => setSubmitting(undefined)} />}
      </Suspense>
    </>
  );
}
