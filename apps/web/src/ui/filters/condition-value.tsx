import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { WhereOp } from '@domain/where.js';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionField, DraftCondition } from './conditions.js';

type Props = {
  field: ConditionField;
  op: WhereOp;
  value: DraftCondition['value'];
  onChange: (value: DraftCondition['value']) => void;
};

/** What a condition compares with, by the kind of its field; nothing where it asks for emptiness. */
export function ConditionValue({ field, op, value, onChange }: Props) {
  const { t } = useTranslation();
  const label = t('ui.where.value', { name: field.label });
  const text = typeof value === 'string' ? value : '';
  const many = typeof value === 'string' ? [] : [...value];
  if (op === 'empty' || op === 'notEmpty') return null;
  switch (field.kind) {
    case 'flag':
      return (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={text}
          data={[
            { value: 'true', label: t('ui.yes') },
            { value: 'false', label: t('ui.no') },
          ]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'any-of':
    case 'one-of':
      return op === 'anyOf' ? (
        <MultiSelect
          size="xs"
          aria-label={label}
          data={[...field.options]}
          value={many}
          onChange={onChange}
          placeholder={many.length === 0 ? t('ui.where.choose') : ''}
        />
      ) : (
        <NativeSelect
          size="xs"
          aria-label={label}
          value={text}
          data={[{ value: '', label: t('ui.where.choose') }, ...field.options]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'record':
      return (
        <Suspense>
          <field.Picker bare label={label} value={text || undefined} onPick={(id) => onChange(id ?? '')} />
        </Suspense>
      );
    case 'text':
      if (op === 'anyOf') return <TagsInput size="xs" aria-label={label} value={many} onChange={onChange} />;
      return (
        <TextInput
          size="xs"
          aria-label={label}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <TextInput
          size="xs"
          inputMode="numeric"
          aria-label={label}
          value={text}
          error={text !== '' && !/^\d{1,9}$/.test(text.trim()) ? t('ui.where.number') : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'day':
    case 'time':
      return (
        <TextInput
          size="xs"
          type="date"
          aria-label={label}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
