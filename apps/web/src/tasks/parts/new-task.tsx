import { taskKinds } from '@domain/tasks/task.js';
import type { SubjectType } from '@domain/notes/subject.js';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import { UserPicker } from '../../settings/parts/user-picker.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { notify } from '../../ui/notices.js';
import { optionsOf } from '../../ui/options.js';
import { useMe } from '../../app/session.js';

type Props = { subject?: { type: SubjectType; id: string } | undefined; onClose: () => void };

/** Asks for a task, about a record or about nothing. */
export function NewTask({ subject, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  return (
    <FormDialog
      title={t('tasks.new')}
      submit={t('tasks.add')}
      initial={{ kind: 'follow_up', assigneeId: me.id }}
      fields={[
        { name: 'title', label: t('tasks.name'), kind: 'text', required: true },
        { name: 'dueOn', label: t('tasks.dueOn'), kind: 'day' },
        {
          name: 'kind',
          label: t('tasks.kind'),
          kind: 'choice',
          required: true,
          options: optionsOf(taskKinds, (word) => t(`words.taskKind.${word}`)),
        },
        { name: 'assigneeId', label: t('tasks.assignee'), kind: 'record', Picker: UserPicker, required: true },
      ]}
      onClose={onClose}
      onSubmit={async (values, key) => {
        const body = { ...values, ...(subject && { subjectType: subject.type, subjectId: subject.id }) };
        await api.POST('/api/v1/tasks', { body: body as Schemas['MakeTask'], headers: { 'Idempotency-Key': key } });
        await refresh(client, ['/tasks', '/timeline', '/board']);
        notify({ title: t('tasks.created') });
      }}
    />
  );
}
