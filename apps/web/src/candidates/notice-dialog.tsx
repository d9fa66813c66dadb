import { contactChannels, type ContactChannel } from '@domain/poaching/contact-log.js';
import { useTranslation } from 'react-i18next';
import { useLogContact } from '../poaching/parts/use-log-contact.js';
import { localMoment } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';

type Props = { candidateId: string; name: string; onClose: () => void };

/** Records in one step, as a contact, that the person was told. */
export function NoticeDialog({ candidateId, name, onClose }: Props) {
  const { t } = useTranslation();
  const log = useLogContact({ title: t('candidates.privacy.givenSaid') });
  return (
    <FormDialog
      title={t('candidates.privacy.giveTitle', { name })}
      submit={t('candidates.privacy.giveSave')}
      initial={{ channel: 'email', occurredAt: localMoment(new Date()) }}
      fields={[
        {
          name: 'channel',
          label: t('candidates.privacy.giveBy'),
          kind: 'choice',
          required: true,
          options: optionsOf(contactChannels, (word) => t(`words.channel.${word}`)),
        },
        { name: 'occurredAt', label: t('candidates.privacy.giveOn'), kind: 'moment', required: true },
        { name: 'text', label: t('candidates.privacy.giveText'), kind: 'multiline' },
      ]}
      onClose={onClose}
      onSubmit={async ({ channel, occurredAt, text }) => {
        const then = Date.parse(String(occurredAt));
        await log({
          name,
          body: {
            candidateId,
            channel: channel as ContactChannel,
            direction: 'outbound',
            outcome: 'left_message',
            noticeGiven: true,
            ...(text ? { text: String(text) } : {}),
            ...(Date.now() - then < 60_000 && then <= Date.now() ? {} : { occurredAt: new Date(then).toISOString() }),
          },
        });
      }}
    />
  );
}
