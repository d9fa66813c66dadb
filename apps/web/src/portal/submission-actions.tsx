import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconDownload, IconEyeCheck, IconEyeOff, IconRotate } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { useMay } from '../app/session.js';
import { type Action, ActionItems } from '../ui/action-items.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { notify } from '../ui/notices.js';
import { type Submission, submissionStale, useUnanswer, useVoidSubmission } from './use-submissions.js';

/** What can be done with a submission: open its report, record the client's answer, withdraw it, take it back. */
export function SubmissionActions({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'answer' | 'withdraw'>();
  const takeBack = useVoidSubmission();
  const unanswer = useUnanswer();
  const { id, state, candidateName, organizationName, showsPay } = submission;
  const params = { path: { id } };
  const making = may('submission.make') && state !== 'voided' && state !== 'withdrawn';
  const icon = (Icon: typeof IconDots) => <Icon size={16} aria-hidden />;
  const done = async (title: string, undo?: () => Promise<string | void>) => {
    await refresh(client, submissionStale);
    notify({ title, ...(undo && { undo }) });
  };
  const actions: Action[] = [
    ...(!showsPay || may('package.read')
      ? [
          {
            id: 'report',
            label: t('portal.action.report'),
            icon: icon(IconDownload),
            run: () => location.assign(`/api/v1/submissions/${id}/report`),
          },
        ]
      : []),
    ...(making && state !== 'already_known'
      ? [{ id: 'answer', label: t('portal.action.answer'), icon: icon(IconEyeCheck), run: () => setDialog('answer') }]
      : []),
    ...(making && state === 'already_known'
      ? [
          {
            id: 'unanswer',
            label: t('portal.action.unanswer'),
            icon: icon(IconRotate),
            run: () => void unanswer(submission).catch(() => {}),
          },
        ]
      : []),
    ...(making
      ? [
          {
            id: 'withdraw',
            label: t('portal.action.withdraw'),
            icon: icon(IconEyeOff),
            run: () => setDialog('withdraw'),
          },
        ]
      : []),
    ...(may('submission.make') && state !== 'voided'
      ? [
          {
            id: 'void',
            label: t('portal.action.void'),
            icon: icon(IconArrowBackUp),
            danger: true,
            run: () => void takeBack(submission).catch(() => {}),
          },
        ]
      : []),
  ];
  if (actions.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon aria-label={t('portal.action.of', { name: candidateName })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ActionItems actions={actions} />
        </Menu.Dropdown>
      </Menu>
      {dialog === 'answer' && (
        <FormDialog
          title={t('portal.answer.title', { name: candidateName, client: organizationName })}
          submit={t('portal.answer.submit')}
          fields={[
            { name: 'source', label: t('portal.answer.source'), kind: 'text', required: true },
            { name: 'knownSince', label: t('portal.answer.knownSince'), kind: 'day' },
            { name: 'answeredOn', label: t('portal.answer.answeredOn'), kind: 'day' },
          ]}
          onClose={() => setDialog(undefined)}
          onSubmit={async (values, key) => {
            const body = values as Schemas['AnswerSubmission'];
            await api.POST('/api/v1/submissions/{id}/answer', { params, body, headers: { 'Idempotency-Key': key } });
            await done(t('portal.answer.done'), async () => {
              await api.DELETE('/api/v1/submissions/{id}/answer', { params });
              await refresh(client, submissionStale);
            });
          }}
        />
      )}
      {dialog === 'withdraw' && (
        <FormDialog
          title={t('portal.withdraw.title', { name: candidateName })}
          submit={t('portal.withdraw.submit')}
          fields={[{ name: 'reason', label: t('portal.withdraw.reason'), kind: 'multiline' }]}
          onClose={() => setDialog(undefined)}
          onSubmit={async (values, key) => {
            const body = values as Schemas['WithdrawSubmission'];
            await api.POST('/api/v1/submissions/{id}/withdrawal', {
              params,
              body,
              headers: { 'Idempotency-Key': key },
            });
            await done(t('portal.withdraw.done', { name: candidateName }));
          }}
        />
      )}
    </>
  );
}
