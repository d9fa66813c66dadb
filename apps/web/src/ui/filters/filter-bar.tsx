import { Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBinaryTree2, IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.js';
import { conditionCount, type ConditionField } from './conditions.js';
import { FilterPill } from './filter-pill.js';
import type { Filter, FilterValue, FilterValues } from './filters.js';
import classes from './filter-bar.module.css';

type Props = {
  filters: readonly Filter[];
  values: FilterValues;
  /** Called with the parameters that change; undefined takes one away. The caller puts them into the URL. */
  onChange: (change: Record<string, FilterValue | undefined>) => void;
  /** The text searched for in this list; without `onSearch` there is no field. */
  search?: string | undefined;
  onSearch?: (text: string | undefined) => void;
  /** What conditions in groups may compare; the URL holds them as `where`. Without it there are none. */
  conditions?: readonly ConditionField[];
  children?: React.ReactNode;
};

const AdvancedFilter = later(async () => (await import('./advanced-filter.js')).AdvancedFilter);

const typingMs = 200;

/** What a list is narrowed by. The URL is its only state: every change goes there and comes back as `values`. */
export function FilterBar({ filters, values, onChange, search, onSearch, conditions, children }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string>();
  const [advanced, setAdvanced] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const where = typeof values['where'] === 'string' ? values['where'] : undefined;
  const count = conditionCount(where);
  const active = filters.filter(({ id }) => values[id] !== undefined || id === editing);
  const rest = filters.filter((filter) => !active.includes(filter));
  const add = (filter: Filter) => (filter.kind === 'flag' ? onChange({ [filter.id]: true }) : setEditing(filter.id));

  return (
    <div role="search" aria-label={t('ui.filter.label')}>
      <div className={classes.bar}>
        {onSearch && <SearchField value={search ?? ''} onSearch={onSearch} />}
        {active.map((filter) => (
          <FilterPill
            key={filter.id}
            filter={filter}
            value={values[filter.id]}
            opened={editing === filter.id}
            onOpen={(open) => setEditing(open ? filter.id : undefined)}
            onChange={(value) => onChange({ [filter.id]: value })}
          />
        ))}
        {rest.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button variant="default" leftSection={<IconFilterPlus size={16} aria-hidden />}>
                {t('ui.filter.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {rest.map((filter) => (
                <Menu.Item key={filter.id} onClick={() => setTimeout(() => add(filter))}>
                  {filter.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {conditions && (
          <Button
            ref={opener}
            variant={count > 0 ? 'light' : 'default'}
            leftSection={<IconBinaryTree2 size={16} aria-hidden />}
            aria-expanded={advanced}
            onClick={() => setAdvanced(!advanced)}
          >
            {count > 0 ? t('ui.where.openCount', { count }) : t('ui.where.open')}
          </Button>
        )}
        {active.length + count > 1 && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              onChange(Object.fromEntries([...active.map(({ id }) => id), 'where'].map((id) => [id, undefined])))
            }
          >
            {t('ui.filter.clearAll')}
          </Button>
        )}
        <span className={classes.push} />
        {children}
      </div>
      {advanced && conditions && (
        <Suspense>
          <AdvancedFilter
            fields={conditions}
            value={where}
            onChange={(next) => onChange({ where: next })}
            onClose={() => {
              setAdvanced(false);
              opener.current?.focus();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string | undefined) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const send = useDebouncedCallback((text: string) => onSearch(text.trim() || undefined), typingMs);
  useEffect(() => setTyped((current) => (current.trim() === value ? current : value)), [value]);
  const change = (text: string) => {
    setTyped(text);
    send(text);
  };
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={t('ui.filter.search')}
      placeholder={t('ui.filter.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" aria-label={t('ui.clear')} onClick={() => change('')} />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
