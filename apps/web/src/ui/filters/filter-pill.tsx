import { Button, Checkbox, CloseButton, Popover, Radio, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import { chosenLabels, type Filter, type FilterValue, toggled } from './filters.js';
import classes from './filter-bar.module.css';

type Props = {
  filter: Filter;
  value: FilterValue | undefined;
  opened: boolean;
  onOpen: (open: boolean) => void;
  onChange: (value: FilterValue | undefined) => void;
};

/** One active filter: what it is set to, a press to change it, a cross to take it away. */
export function FilterPill({ filter, value, opened, onOpen, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = value === undefined ? undefined : chosenLabels(filter, value);
  const words = labels && format.list(labels);
  const remove = () => {
    onOpen(false);
    onChange(undefined);
  };
  return (
    <Popover opened={opened} onChange={onOpen} trapFocus position="bottom-start">
      <div className={classes.pill}>
        <Popover.Target>
          <UnstyledButton
            className={classes.pillLabel}
            aria-label={t('ui.filter.change', { name: filter.label, value: words ?? '' })}
            onClick={() => filter.kind !== 'flag' && onOpen(!opened)}
          >
            {filter.label}
            {value !== undefined && filter.kind !== 'flag' && (
              <span className={classes.pillValue}>
                {filter.kind === 'record' ? <filter.Name id={String(value)} /> : words}
              </span>
            )}
          </UnstyledButton>
        </Popover.Target>
        <CloseButton size="sm" aria-label={t('ui.filter.remove', { name: filter.label })} onClick={remove} />
      </div>
      <Popover.Dropdown aria-label={filter.label}>
        <Editor filter={filter} value={value} onChange={onChange} onDone={() => onOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

type EditorProps = Pick<Props, 'filter' | 'value' | 'onChange'> & { onDone: () => void };

function Editor({ filter, value, onChange, onDone }: EditorProps) {
  switch (filter.kind) {
    case 'any-of':
      return (
        <Stack gap="xs" className={classes.options}>
          {filter.options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={toggled(value, option.value)?.includes(option.value) !== true}
              onChange={() => onChange(toggled(value, option.value))}
            />
          ))}
        </Stack>
      );
    case 'one-of':
      return (
        <Radio.Group
          aria-label={filter.label}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => onChange(chosen)}
        >
          <Stack gap="xs" className={classes.options}>
            {filter.options.map((option) => (
              <Radio key={option.value} value={option.value} label={option.label} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'text':
      return (
        <TextEditor
          filter={filter}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          onDone={onDone}
        />
      );
    case 'record':
      return (
        <Suspense>
          <filter.Picker
            inline
            label={filter.label}
            value={typeof value === 'string' ? value : undefined}
            autoFocus
            onPick={(id) => {
              onChange(id);
              onDone();
            }}
          />
        </Suspense>
      );
    case 'flag':
      return null;
  }
}

function TextEditor({ filter, value, onChange, onDone }: EditorProps & { value: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onChange(text.trim() || undefined);
    onDone();
  };
  return (
    <form onSubmit={submit} className={classes.text}>
      <TextInput
        data-autofocus
        aria-label={filter.label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="light">
        {t('ui.filter.apply')}
      </Button>
    </form>
  );
}
