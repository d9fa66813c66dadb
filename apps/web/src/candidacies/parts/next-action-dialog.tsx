import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../app/api.js';
import { UserPicker } from '../../settings/parts/user-picker.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { type NextActionValues, useNextAction } from '../use-next-action.js';

type Props = { card: Schemas['CandidacyRow']; onClose: () => void };

/** Asks what is next with somebody in a search, until when, and whose they are; the answer is on the card at once. */
export function NextActionDialog({ card, onClose }: Props) {
  const { t } = useTranslation();
  const setNext = useNextAction();
  return (
    <FormDialog
      clears
      title={t('candidacies.next.title', { name: card.candidateName })}
      submit={t('ui.save')}
      initial={{ nextAction: card.nextAction, nextActionOn: card.nextActionOn, ownerId: card.ownerId }}
      fields={[
        { name: 'nextAction', label: t('candidacies.next.nextAction'), kind: 'text' },
        { name: 'nextActionOn', label: t('candidacies.next.nextActionOn'), kind: 'day' },
        { name: 'ownerId', label: t('candidacies.owner'), kind: 'record', Picker: UserPicker },
      ]}
      onClose={onClose}
      onSubmit={(values) => {
        void setNext({ card, values: values as NextActionValues }).catch(() => {});
        return Promise.resolve();
      }}
    />
  );
}
