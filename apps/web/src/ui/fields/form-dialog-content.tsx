import { Modal, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormButtons } from '../form-buttons.js';
import { FormProblem } from '../form-problem.js';
import { useSubmit } from '../use-submit.js';
import { type Field, type FieldValue, sendable } from './field.js';
import { FieldInput } from './field-input.js';

type Values = Record<string, FieldValue>;

export type FormDialogProps = {
  title: string;
  /** Fields side by side where there is room; multiline ones take the whole width. */
  fields: readonly Field[];
  initial?: Values;
  submit: string;
  /** Fields that were emptied are sent as null. */
  clears?: boolean;
  /** Fields that follow from what is chosen so far. */
  fieldsOf?: (values: Values) => readonly Field[];
  onSubmit: (values: Values, key: string) => Promise<void>;
  onClose: () => void;
  children?: React.ReactNode;
};

/** The dialog itself, with all its inputs. */
export function FormDialogContent({
  title,
  fields,
  initial = {},
  submit,
  clears = false,
  fieldsOf,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: { ...Object.fromEntries(fields.map(({ name }) => [name, null])), ...initial },
  });
  const values = form.getValues();
  const shown = fieldsOf?.(values) ?? fields;
  const sending = useSubmit(form, async (current, key) => {
    await onSubmit(sendable(shown, current, clears), key);
    onClose();
  });
  const check = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = shown.filter(({ name, required }) => required && isEmpty(form.getValues()[name]));
    form.setErrors(Object.fromEntries(missing.map(({ name }) => [name, t('ui.required')])));
    if (missing[0]) form.getInputNode(missing[0].name)?.focus();
    else void sending.send(form.getValues());
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={check} noValidate>
        <FormProblem problem={sending.problem} />
        {children}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" my="sm">
          {shown.map((field, index) => (
            <div key={field.name} style={field.kind === 'multiline' ? { gridColumn: '1 / -1' } : undefined}>
              <FieldInput
                field={field}
                value={values[field.name]}
                error={form.errors[field.name]}
                autoFocus={index === 0}
                onChange={(value) => form.setFieldValue(field.name, value)}
              />
            </div>
          ))}
        </SimpleGrid>
        <FormButtons submit={submit} busy={sending.busy} onClose={onClose} />
      </form>
    </Modal>
  );
}

const isEmpty = (value: FieldValue): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
