import { SimpleGrid } from '@mantine/core';
import type { FieldValue } from '../../ui/fields/field.js';
import { FieldInput } from '../../ui/fields/field-input.js';
import { type AttemptFacts, attemptFields } from './attempt-fields.js';

type Props = { outcome: string | undefined; facts: AttemptFacts; onChange: (facts: AttemptFacts) => void };

/** What a call told of the attempt: hook, objections, what would move them, what they ask for. */
export function AttemptFactsFields({ outcome, facts, onChange }: Props) {
  const values = facts as Readonly<Record<string, FieldValue>>;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {attemptFields(outcome).map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name]}
          onChange={(value) => onChange({ ...facts, [field.name]: value === '' ? null : value })}
        />
      ))}
    </SimpleGrid>
  );
}
