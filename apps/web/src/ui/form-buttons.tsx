import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What the button that sends is called. */
  submit: string;
  busy: boolean;
  disabled?: boolean;
  onClose: () => void;
};

/** The end of a form in a dialog: leave it, or send it. */
export function FormButtons({ submit, busy, disabled = false, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" mt="md">
      <Button variant="default" onClick={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled}>
        {submit}
      </Button>
    </Group>
  );
}
