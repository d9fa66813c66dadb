import { Button, Group } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconAdjustments, IconRotate } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { FieldInput } from '../ui/fields/field-input.js';
import { Panel } from '../ui/panel.js';
import { type Assumed, assumedCount, isPercentOf, percents, type PercentOf, withEntry } from './assumed.js';
import { useColumnNames } from './use-column-names.js';
import { comingOf, type Comparison } from './use-comparison.js';
import classes from './assumptions.module.css';

type Props = {
  assumed: Assumed;
  /** What is on screen: it says what can be assumed, and what holds where nothing is. */
  comparison: Comparison | undefined;
  /** What was refused, by the name of its field. */
  faults: ReadonlyMap<string, string>;
  onAssume: (change: (former: Assumed) => Assumed) => void;
  onReset: () => void;
};

const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'SGD', 'JPY'];
const typingMs = 250;

/** What the comparison assumes: one currency, the day of its rates, the last day, starts, and what becomes of prices. */
export function Assumptions({ assumed, comparison, faults, onAssume, onReset }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(width < 48em)') ?? false;
  const [unfolded, setUnfolded] = useState(false);
  const body = useId();
  const count = assumedCount(assumed);
  const open = !narrow || unfolded || faults.size > 0;
  return (
    <Panel
      title={t('comparison.assume.title')}
      aside={
        <Group gap="xs">
          {count > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconRotate size={14} aria-hidden />}
              onClick={onReset}
            >
              {t('comparison.assume.reset')}
            </Button>
          )}
          {narrow && (
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<IconAdjustments size={14} aria-hidden />}
              aria-expanded={open}
              aria-controls={body}
              onClick={() => setUnfolded(!open)}
            >
              {count > 0 ? t('comparison.assume.openCount', { count }) : t('comparison.assume.open')}
            </Button>
          )}
        </Group>
      }
    >
      <div id={body} className={classes.fields} hidden={!open}>
        {open && <Common assumed={assumed} comparison={comparison} faults={faults} onAssume={onAssume} />}
        {open && comparison && (
          <>
            <Starts assumed={assumed} comparison={comparison} faults={faults} onAssume={onAssume} />
            <Prices assumed={assumed} comparison={comparison} faults={faults} onAssume={onAssume} />
          </>
        )}
      </div>
    </Panel>
  );
}

type PartProps = Omit<Props, 'onReset'>;

function Common({ assumed, comparison, faults, onAssume }: PartProps) {
  const { t } = useTranslation();
  const currency = assumed.currency ?? comparison?.currency;
  const options = [...new Set([...currencies, ...(currency ? [currency] : [])])];
  return (
    <>
      <FieldInput
        field={{
          name: 'currency',
          label: t('comparison.assume.currency'),
          kind: 'choice',
          options: options.map((value) => ({ value, label: value })),
        }}
        value={currency}
        error={faults.get('currency')}
        onChange={(value) => onAssume((former) => ({ ...former, currency: textOf(value) }))}
      />
      {(['rateOn', 'lastDay'] as const).map((day) => (
        <Assumption
          key={day}
          field={{ name: day, label: t(`comparison.assume.${day}`), kind: 'day' }}
          value={assumed[day] ?? comparison?.[day]}
          error={faults.get(day)}
          onSettle={(value) => onAssume((former) => ({ ...former, [day]: textOf(value) }))}
        />
      ))}
    </>
  );
}

function Starts({ assumed, comparison, faults, onAssume }: PartProps & { comparison: Comparison }) {
  const { t } = useTranslation();
  const name = useColumnNames(comparison);
  return comingOf(comparison).map(({ id, startsOn }) => (
    <Assumption
      key={id}
      field={{ name: `start.${id}`, label: t('comparison.assume.start', { name: name(id) }), kind: 'day' }}
      value={assumed.starts.get(id) ?? startsOn}
      error={faults.get(`start.${id}`)}
      onSettle={(value) => onAssume((former) => ({ ...former, starts: withEntry(former.starts, id, textOf(value)) }))}
    />
  ));
}

function Prices({ assumed, comparison, faults, onAssume }: PartProps & { comparison: Comparison }) {
  const { t } = useTranslation();
  const price = (what: PercentOf, name: string, known: number) => {
    const [min, max] = percents[what];
    return (
      <Assumption
        key={`${what}.${name}`}
        field={{
          name: `${what}.${name}`,
          label: t(`comparison.assume.${what}`, { name }),
          kind: 'number',
          decimals: 2,
          min,
          max,
        }}
        value={assumed[what].get(name) ?? known}
        error={faults.get(`${what}.${name}`)}
        onSettle={(value) => {
          if (typeof value === 'number' && !isPercentOf(what, value)) return;
          const percent = typeof value === 'number' ? value : undefined;
          onAssume((former) => ({ ...former, [what]: withEntry(former[what], name, percent) }));
        }}
      />
    );
  };
  return comparison.grantors.flatMap(({ name, growth, haircut }) => [
    price('growth', name, growth),
    price('haircut', name, haircut),
  ]);
}

type AssumptionProps = {
  field: Field;
  value: FieldValue;
  error: string | undefined;
  /** Called with a value that is whole, a moment after the last key. */
  onSettle: (value: FieldValue) => void;
};

/** One assumption as it is typed: a whole value counts a moment later, an empty one when the field is left. */
function Assumption({ field, value, error, onSettle }: AssumptionProps) {
  const [typed, setTyped] = useState<FieldValue>(value);
  const typing = useRef(false);
  const settle = useDebouncedCallback((next: FieldValue) => {
    typing.current = false;
    onSettle(next);
  }, typingMs);
  // An answer that comes meanwhile leaves what is being typed alone.
  useEffect(() => {
    if (!typing.current) setTyped(value);
  }, [value]);
  const change = (next: FieldValue) => {
    typing.current = true;
    setTyped(next);
    if (isWhole(next)) settle(next);
  };
  const leave = () => {
    if (!typing.current || isWhole(typed)) return;
    typing.current = false;
    setTyped(value);
    onSettle(undefined);
  };
  return (
    <div onBlur={leave}>
      <FieldInput field={field} value={typed} error={error} onChange={change} />
    </div>
  );
}

/** A day of which the year is still being typed is not one yet. */
const isWhole = (value: FieldValue): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(?:19|20|21)\d\d-/.test(value));

const textOf = (value: FieldValue): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
