import { Autocomplete, SimpleGrid } from '@mantine/core';
import { longestLevel } from '@domain/organizations/level.js';
import { levelKey } from '@domain/organizations/level.rules.js';
import { useTranslation } from 'react-i18next';
import { LevelLine } from '../organizations/parts/level-line.js';
import { useLevels } from '../organizations/parts/use-level-words.js';
import type { FieldValue } from '../ui/fields/field.js';

type Props = {
  /** Who pays: their levels are proposed. */
  employerId: string | undefined;
  /** What the form calls the field. */
  path: string;
  value: FieldValue;
  error: React.ReactNode;
  onChange: (level: string) => void;
};

/** The level that pay is for, as it is called there, with its step and what it is elsewhere. */
export function LevelField({ employerId, path, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const { data } = useLevels(employerId);
  const level = typeof value === 'string' ? value : '';
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mb={4}>
        <Autocomplete
          label={t('candidates.package.level')}
          data-path={path}
          maxLength={longestLevel}
          data={data?.levels.map(({ code }) => code) ?? []}
          filter={({ options, search }) =>
            options.filter((option) => 'label' in option && levelKey(option.label).includes(levelKey(search)))
          }
          value={level}
          error={error}
          onChange={onChange}
        />
      </SimpleGrid>
      <div role="status">{employerId !== undefined && <LevelLine organizationId={employerId} level={level} />}</div>
    </div>
  );
}
