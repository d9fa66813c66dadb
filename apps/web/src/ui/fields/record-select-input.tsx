import { Loader, Select } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSelectProps } from './record-select.js';

/** The input of a picker. */
export function RecordSelectInput(props: RecordSelectProps) {
  const {
    value,
    onPick,
    label,
    path,
    error,
    bare = false,
    inline = false,
    required = false,
    autoFocus = false,
  } = props;
  const { options, loading, onType, typing = false } = props;
  const { t } = useTranslation();
  const fresh = !typing && !loading;
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState(false);
  const choose = useEffectEvent(() => {
    setAsked(false);
    const first = options[0];
    if (!first) return;
    setOpened(false);
    onPick(first.value);
  });
  useEffect(() => {
    if (asked && fresh) choose();
  }, [asked, fresh]);
  // Enter before the options have come chooses the first as soon as they are here; it never sends the form instead.
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || fresh || !opened) return;
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
  };
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <Select
      {...(bare ? { 'aria-label': label } : { label })}
      data-path={path}
      required={required && !bare}
      error={error}
      searchable
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDown={onKeyDown}
      openOnFocus={bare}
      selectFirstOptionOnChange={fresh}
      comboboxProps={{ withinPortal: !inline }}
      allowDeselect={false}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      data={options.map((option) => ({ ...option }))}
      filter={({ options: all, search }) =>
        fresh ? all : all.filter((option) => 'label' in option && contains(option.label, search))
      }
      value={value ?? null}
      onChange={(next) => onPick(next ?? undefined)}
      onSearchChange={(typed) => {
        setAsked(false);
        onType(typed === chosen ? '' : typed);
      }}
      nothingFoundMessage={!fresh ? t('ui.loading') : t('ui.nothingFound')}
      rightSection={loading ? <Loader size={14} aria-hidden /> : undefined}
      placeholder={t('ui.typeToFind')}
    />
  );
}

const contains = (label: string, typed: string): boolean => label.toLowerCase().includes(typed.trim().toLowerCase());
