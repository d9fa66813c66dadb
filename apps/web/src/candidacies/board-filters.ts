import { stageGroups } from '@domain/agencies/pipeline.js';
import { candidacyRoles } from '@domain/candidacies/candidacy.js';
import { exitReasons } from '@domain/candidacies/exit-reasons.js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTargetFilter } from '../searches/parts/target-picker.js';
import { UserName, UserPicker } from '../settings/parts/user-picker.js';
import type { ConditionField } from '../ui/filters/conditions.js';
import type { Filter } from '../ui/filters/filters.js';
import { optionsOf } from '../ui/options.js';

/** What conditions in groups may compare. */
export function useConditions(filters: readonly Filter[]): readonly ConditionField[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...filters
        .filter(({ id }) => id === 'ownerId' || id === 'group')
        .map((filter) => ({ ...filter, nullable: filter.id === 'ownerId' })),
      { id: 'nextActionOn', label: t('candidacies.column.next'), kind: 'day', nullable: true },
      { id: 'enteredStageAt', label: t('candidacies.column.days'), kind: 'time' },
      { id: 'updatedAt', label: t('candidacies.column.updated'), kind: 'time' },
    ],
    [t, filters],
  );
}

/** What the people of a search are narrowed by. */
export function useFilters(searchId: string, exited: boolean): readonly Filter[] {
  const { t } = useTranslation();
  const target = useTargetFilter(searchId);
  return useMemo(
    () => [
      { id: 'ownerId', label: t('candidacies.owner'), kind: 'record', Picker: UserPicker, Name: UserName },
      {
        id: 'group',
        label: t('candidacies.filter.group'),
        kind: 'any-of',
        options: optionsOf(stageGroups, (word) => t(`words.stageGroup.${word}`)),
      },
      { id: 'targetId', label: t('candidacies.filter.target'), kind: 'record', ...target },
      {
        id: 'reached',
        label: t('candidacies.filter.reached'),
        kind: 'one-of',
        options: optionsOf(['contacted', 'qualified'] as const, (word) => t(`words.stageGroup.${word}`)),
      },
      { id: 'due', label: t('candidacies.filter.due'), kind: 'flag' },
      { id: 'exited', label: t('candidacies.board.exited'), kind: 'flag' },
      ...(exited
        ? [
            {
              id: 'exitReason',
              label: t('candidacies.column.reason'),
              kind: 'any-of',
              options: optionsOf(exitReasons, (word) => t(`words.exitReason.${word}`)),
            } as const,
          ]
        : []),
      {
        id: 'role',
        label: t('candidacies.role'),
        kind: 'any-of',
        options: optionsOf(candidacyRoles, (word) => t(`words.candidacyRole.${word}`)),
      },
    ],
    [t, exited, target],
  );
}
