import { MultiSelect } from '@mantine/core';
import type { Option } from '../../ui/filters/filters.js';

type Props = {
  label: string;
  options: readonly Option[];
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
};

/** Chooses among the agency's tags. */
export function TagsInput({ label, options, ...input }: Props) {
  return <MultiSelect aria-label={label} searchable data={[...options]} {...input} />;
}
