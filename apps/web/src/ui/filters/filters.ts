export type FilterValue = string | readonly string[] | true;
export type FilterValues = Readonly<Record<string, FilterValue | undefined>>;

export type Option = { value: string; label: string };

type Base = { id: string; label: string };

/** One thing a list can be narrowed by; `id` is its name in the URL and in the API. */
export type Filter = Base &
  (
    | { kind: 'any-of' | 'one-of'; options: readonly Option[] }
    | { kind: 'text'; hint?: string }
    | { kind: 'flag' }
    | { kind: 'record'; Picker: React.ComponentType<PickerProps>; Name: React.ComponentType<{ id: string }> }
  );

/** What a picker of records gets: the chosen id, and where to put another. */
export type PickerProps = {
  /** Inside of something that closes at a click elsewhere: the options stand inside of it too. */
  inline?: boolean;
  value: string | undefined;
  onPick: (id: string | undefined) => void;
  label: string;
  /** The name of the value in its form. */
  path?: string;
  error?: React.ReactNode;
  /** The label is for screen readers alone. */
  bare?: boolean;
  required?: boolean;
  autoFocus?: boolean;
};

/** The labels of the chosen options, in the order of the options; undefined for kinds without options. */
export function chosenLabels(filter: Filter, value: FilterValue): string[] | undefined {
  if (filter.kind === 'text') return [String(value)];
  if (filter.kind !== 'any-of' && filter.kind !== 'one-of') return undefined;
  const chosen: readonly string[] = value === true ? [] : typeof value === 'string' ? [value] : value;
  return filter.options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
}

/** The chosen values after one option was switched on or off; undefined when none is left. */
export function toggled(value: FilterValue | undefined, option: string): readonly string[] | undefined {
  const chosen: readonly string[] =
    value === undefined || value === true ? [] : typeof value === 'string' ? [value] : value;
  const next = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
  return next.length > 0 ? next : undefined;
}
