import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import { InlineField } from '../inline-field.js';
import { later } from '../later.js';
import { type Field, type FieldValue, sendable } from './field.js';

const FieldInput = later(async () => (await import('./field-input.js')).FieldInput);

type Props = {
  field: Field;
  value: FieldValue;
  /** The value in words, where the value alone does not say it: the name of a record. */
  words?: React.ReactNode;
  editable: boolean;
  onSave: (values: Record<string, FieldValue>) => Promise<void>;
};

/** One fact of a record, edited where it stands. */
export function Fact({ field, value, words, editable, onSave }: Props) {
  const shown = useWords(field, value);
  return (
    <InlineField<FieldValue>
      label={field.label}
      value={value}
      display={words ?? shown}
      editable={editable}
      multiline={field.kind === 'multiline'}
      onSave={(next) => onSave(sendable([field], { [field.name]: next }, true))}
      editor={({ value: draft, onChange, onCommit, error }) => (
        <FieldInput
          bare
          field={field}
          value={draft}
          onChange={onChange}
          onCommit={['choice', 'record', 'flag'].includes(field.kind) ? onCommit : undefined}
          error={error}
        />
      )}
    />
  );
}

function useWords(field: Field, value: FieldValue): React.ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (field.kind === 'flag') return value === true ? t('ui.yes') : t('ui.no');
  if (value === null || value === undefined || value === '') return undefined;
  if (field.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? String(value);
  if (field.kind === 'day') return format.day(String(value));
  if (field.kind === 'number' && typeof value === 'number') return format.number(value);
  if (field.kind === 'texts') {
    const texts = value as readonly string[];
    return texts.length > 0 ? format.list(texts) : undefined;
  }
  return String(value);
}
