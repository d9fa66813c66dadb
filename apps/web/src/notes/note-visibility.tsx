import { Group, NativeSelect, Text } from '@mantine/core';
import { IconBuilding, IconEye, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { noteVisibilities, type NoteVisibility } from '@domain/notes/note.js';
import { optionsOf } from '../ui/options.js';

const icons = { private: IconLock, agency: IconBuilding, client: IconEye };

type Props = { value: NoteVisibility; onChange: (value: NoteVisibility) => void };

/** Who will see the note: chosen, and said in a sentence. */
export function NoteVisibilityChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  const Icon = icons[value];
  return (
    <Group gap="xs">
      <NativeSelect
        size="xs"
        w={150}
        leftSection={<Icon size={14} aria-hidden />}
        aria-label={t('notes.who')}
        data={optionsOf(noteVisibilities, (word) => t(`words.visibility.${word}`))}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as NoteVisibility)}
      />
      <Text size="xs" c="dimmed">
        {t(`notes.seenBy.${value}`)}
      </Text>
    </Group>
  );
}
