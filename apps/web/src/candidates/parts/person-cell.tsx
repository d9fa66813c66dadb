import { Group, Text } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import { walking } from '../../app/walk.js';
import { OffLimitsMark } from '../../off-limits/parts/off-limits-mark.js';

type Props = {
  id: string;
  name: string;
  ownName: string | null;
  doNotContact?: boolean;
  /** The search for which it is told whether they are off-limits. */
  searchId?: string;
};

/** Who a row of a list is: both names, the way to the profile, and whether they are off-limits or want to be left alone. */
export function PersonCell({ id, name, ownName, doNotContact = false, searchId }: Props) {
  const { t } = useTranslation();
  const [first, second] = useFormat().names(name, ownName);
  return (
    <Group gap={6} wrap="nowrap">
      <Link to="/candidates/$id" params={{ id }} state={walking}>
        {first}
      </Link>
      {second && (
        <Text span c="dimmed" size="sm" truncate>
          {second}
        </Text>
      )}
      <OffLimitsMark candidateId={id} searchId={searchId ?? null} />
      {doNotContact && <IconBan size={15} aria-label={t('candidates.field.doNotContact')} />}
    </Group>
  );
}
