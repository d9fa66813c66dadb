import { IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { PersonCell } from '../../candidates/parts/person-cell.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListPanel } from '../../ui/list-panel.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { SubmissionActions } from '../submission-actions.js';
import { SubmissionState } from '../submission-state.js';
import type { Submission } from '../use-submissions.js';

/** The submissions for one search, the latest first. */
export function SubmissionList({ searchId }: { searchId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const asked = { searchId, voided: false, sort: '-occurredAt', limit: 50 } as const;
  const query = $api.useInfiniteQuery('get', '/api/v1/submissions', { params: { query: asked } }, byCursor);
  const list = useListState<Submission>(query);
  const toBoard = () => void navigate({ to: '/searches/$id/board', params: { id: searchId } });
  return (
    <ListPanel
      label={t('portal.title')}
      list={list}
      least={640}
      empty={
        <EmptyState
          icon={IconSend}
          title={t('portal.none')}
          hint={t('portal.noneHint')}
          action={{ label: t('portal.noneAction'), run: toBoard }}
        />
      }
      columns={[
        {
          id: 'candidate',
          header: t('portal.column.candidate'),
          cell: ({ candidateId, candidateName, nativeName, doNotContact }) => (
            <PersonCell
              id={candidateId}
              name={candidateName}
              ownName={nativeName}
              doNotContact={doNotContact}
              searchId={searchId}
            />
          ),
        },
        { id: 'contact', header: t('portal.column.contact'), cell: ({ contactName }) => contactName },
        { id: 'level', header: t('portal.column.level'), cell: ({ level }) => level },
        { id: 'sent', header: t('portal.column.sent'), cell: ({ occurredAt }) => format.date(occurredAt) },
        {
          id: 'until',
          header: t('portal.column.until'),
          cell: ({ protectedUntil }) => (protectedUntil ? format.day(protectedUntil) : t('ui.none')),
        },
        {
          id: 'state',
          header: t('portal.column.state'),
          cell: (submission) => <SubmissionState submission={submission} />,
        },
        { id: 'actions', header: '', cell: (submission) => <SubmissionActions submission={submission} /> },
      ]}
    />
  );
}
