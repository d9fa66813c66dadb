import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './drop-zone.module.css';

type Props = {
  /** What can be done here, the word on the button, and what is taken. */
  words: { drop: string; choose: string; hint: string };
  accept: string;
  onFiles: (files: readonly File[]) => void;
};

/** Where files are dropped, or chosen by a button. */
export function DropZone({ words, accept, onFiles }: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Group gap="xs" justify="center">
        <IconUpload size={18} aria-hidden />
        <Text span>{words.drop}</Text>
        <FileButton multiple accept={accept} onChange={onFiles} inputProps={{ 'aria-label': words.choose }}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="light">
              {words.choose}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="xs" c="dimmed">
        {words.hint}
      </Text>
    </div>
  );
}
