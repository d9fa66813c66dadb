import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue } from './field.js';

type Props = {
  field: Field;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  /** Called with a choice that is final: an option or a record was picked. */
  onCommit?: ((value: FieldValue) => void) | undefined;
  error?: React.ReactNode;
  /** The label is for screen readers alone. */
  bare?: boolean;
  autoFocus?: boolean;
};

const types = {
  link: 'url',
  email: 'email',
  day: 'date',
  moment: 'datetime-local',
  text: 'text',
  amount: 'text',
} as const;

/** The one input of each kind of value. */
export function FieldInput({ field, value, onChange, onCommit, error, bare = false, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const naming = bare ? { 'aria-label': field.label } : { label: field.label, description: field.hint };
  const shared = {
    ...naming,
    'data-path': field.name,
    required: field.required === true && !bare,
    error,
    ...(autoFocus && { 'data-autofocus': true }),
  };
  const text = typeof value === 'string' ? value : '';
  const pick = (next: FieldValue) => (onCommit ? onCommit(next) : onChange(next));

  switch (field.kind) {
    case 'multiline':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxRows={16}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          {...(field.min !== undefined && { min: field.min })}
          {...(field.max !== undefined && { max: field.max })}
          decimalScale={field.decimals ?? 0}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={field.label}
          description={field.hint}
          data-path={field.name}
          error={error}
          checked={value === true}
          onChange={(event) => pick(event.currentTarget.checked)}
        />
      );
    case 'texts':
      return (
        <TagsInput
          {...shared}
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          onChange={onChange}
          data={[...(field.suggestions ?? [])]}
          splitChars={[',', '，', '、', ';', '；']}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...shared}
          searchable
          data={[...field.options]}
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          data={[...field.options]}
          value={text || null}
          clearable={field.required !== true}
          clearButtonProps={{ 'aria-label': t('ui.clear') }}
          searchable={field.options.length > 8}
          selectFirstOptionOnChange
          allowDeselect={false}
          onChange={pick}
        />
      );
    case 'record':
      return (
        <field.Picker
          label={field.label}
          value={text || undefined}
          onPick={(id) => pick(id ?? null)}
          path={field.name}
          error={error}
          bare={bare}
          required={field.required === true}
          autoFocus={autoFocus}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          type={types[field.kind]}
          {...(field.kind === 'amount' && { inputMode: 'decimal' as const })}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
