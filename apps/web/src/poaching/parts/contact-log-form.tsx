import {
  contactChannels,
  contactDirections,
  contactOutcomes,
  type ContactChannel,
  type ContactDirection,
  type ContactOutcome,
} from '@domain/poaching/contact-log.js';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../app/api.js';
import { tellBlocked } from '../../off-limits/parts/blocked.js';
import { OffLimitsBanner } from '../../off-limits/parts/off-limits-banner.js';
import { SearchPicker } from '../../searches/parts/search-picker.js';
import { type Field, localMoment } from '../../ui/fields/field.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { optionsOf } from '../../ui/options.js';
import { AttemptConflict } from './attempt-conflict.js';
import { attemptFields, toldFacts } from './attempt-fields.js';
import type { Sent } from './message-dialog.js';
import { useLogContact } from './use-log-contact.js';

type Props = {
  name: string;
  /** What was written to them just now. */
  sent?: Sent | undefined;
  onClose: () => void;
} & (
  | { candidateId: string; searchId?: string; contactId?: undefined }
  | { contactId: string; candidateId?: undefined; searchId?: undefined }
);

const lastChannel = 'longlist.last-channel';

/** One write for a call, message or meeting, and the follow-up it leads to. */
export function ContactLogForm({ name, sent, onClose, candidateId, contactId, searchId }: Props) {
  const { t } = useTranslation();
  const log = useLogContact();
  const label = (
    key:
      | 'channel'
      | 'direction'
      | 'outcome'
      | 'text'
      | 'occurredAt'
      | 'search'
      | 'notice'
      | 'followUpOn'
      | 'followUpTitle',
  ) => t(`poaching.${key}`);
  const fields: Field[] = [
    {
      name: 'outcome',
      label: label('outcome'),
      kind: 'choice',
      required: true,
      options: optionsOf(contactOutcomes, (word) => t(`words.outcome.${word}`)),
    },
    {
      name: 'channel',
      label: label('channel'),
      kind: 'choice',
      required: true,
      options: optionsOf(contactChannels, (word) => t(`words.channel.${word}`)),
    },
    { name: 'text', label: label('text'), kind: 'multiline' },
    { name: 'followUpOn', label: label('followUpOn'), kind: 'day' },
    { name: 'followUpTitle', label: label('followUpTitle'), kind: 'text' },
    {
      name: 'direction',
      label: label('direction'),
      kind: 'choice',
      required: true,
      options: optionsOf(contactDirections, (word) => t(`words.direction.${word}`)),
    },
    { name: 'occurredAt', label: label('occurredAt'), kind: 'moment' },
    ...(candidateId && !searchId
      ? [{ name: 'searchId', label: label('search'), kind: 'record', Picker: SearchPicker } as const]
      : []),
    ...(candidateId ? [{ name: 'noticeGiven', label: label('notice'), kind: 'flag' } as const] : []),
  ];
  return (
    <FormDialog
      title={t('poaching.title', { name })}
      submit={t('poaching.save')}
      fields={fields}
      fieldsOf={({ outcome }) => (candidateId ? [...fields, ...attemptFields(outcome)] : fields)}
      initial={{
        channel: sent?.channel ?? localStorage.getItem(lastChannel) ?? 'phone',
        direction: 'outbound',
        outcome: sent ? 'left_message' : 'talked',
        text: sent?.text,
        searchId: sent?.searchId,
        occurredAt: localMoment(new Date()),
        noticeGiven: false,
      }}
      onClose={onClose}
      onSubmit={async ({ followUpOn, followUpTitle, ...values }) => {
        const now = Date.parse(String(values['occurredAt'] ?? ''));
        const body: Schemas['LogContact'] = {
          channel: values['channel'] as ContactChannel,
          direction: values['direction'] as ContactDirection,
          outcome: values['outcome'] as ContactOutcome,
          ...(candidateId && toldFacts(values)),
          ...(sent?.messageTemplateId && { messageTemplateId: sent.messageTemplateId }),
          ...(values['text'] ? { text: String(values['text']) } : {}),
          ...(Number.isNaN(now) || Date.now() - now < 60_000 ? {} : { occurredAt: new Date(now).toISOString() }),
          ...(values['noticeGiven'] === true && { noticeGiven: true }),
          ...(candidateId ? { candidateId } : { contactId: contactId ?? null }),
          ...((searchId ?? values['searchId']) ? { searchId: searchId ?? String(values['searchId']) } : {}),
          ...(followUpOn
            ? { followUp: { dueOn: String(followUpOn), ...(followUpTitle ? { title: String(followUpTitle) } : {}) } }
            : {}),
        };
        try {
          await log({ body, name });
        } catch (thrown) {
          if (candidateId) {
            const again = () => void log({ body, name }).then(onClose, () => {});
            tellBlocked(thrown, { candidateId, name, searchId: body.searchId, again });
          }
          throw thrown;
        }
        localStorage.setItem(lastChannel, body.channel);
      }}
    >
      {candidateId && <AttemptConflict candidateId={candidateId} />}
      {candidateId && <OffLimitsBanner candidateId={candidateId} name={name} searchId={searchId ?? null} />}
    </FormDialog>
  );
}
