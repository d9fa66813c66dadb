import { ActionIcon, Button, Checkbox, Group, SimpleGrid, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OfferedKind, PackageKind } from '@domain/compensation/package.js';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.js';
import { type Field, type FieldValue, sendable } from '../../ui/fields/field.js';
import { FieldInput } from '../../ui/fields/field-input.js';
import { FormProblem } from '../../ui/form-problem.js';
import { useSubmit } from '../../ui/use-submit.js';
import { LevelField } from '../level-field.js';
import { PasteLine } from '../paste-line.js';
import { usePackageFields } from '../use-package-fields.js';
import { VestingLine } from '../vesting-line.js';
import { cashSoFar, type Draft, newPackage, type PackageDraft } from './package-values.js';
import classes from '../package-form.module.css';

export type PackageFormProps = {
  kind: PackageKind | OfferedKind;
  /** What the API calls the package in its refusals. */
  pointer: PackageKind | 'package';
  /** Who pays, where that is no field of the form: `organizationId`. */
  employerId?: string | undefined;
  /** The package as it is known; a new one when undefined. */
  initial?: PackageDraft | undefined;
  /** Another package that this one can begin from. */
  from?: { label: string; pay: PackageDraft } | undefined;
  /** What asks whether a package is known at all; where it is not, none is sent. */
  optional?: string | undefined;
  /** Fields of what the package belongs to, above and below of it, with their values. */
  before?: readonly Field[];
  after?: readonly Field[];
  values?: Draft;
  /** Fields above and below that were emptied are sent as null. */
  clears?: boolean;
  /** What else can be done, beside the buttons. */
  aside?: React.ReactNode;
  submit: string;
  onSubmit: (pay: PackageDraft | undefined, values: Draft, key: string) => Promise<void>;
  onClose: () => void;
};

type Part = { path: string; fields: readonly Field[]; values: Draft };
type List = 'oneOffs' | 'grants';

const none: readonly Field[] = [];

/** Asks for a whole package: cash with what it comes to while one types, one-off payments, grants, and what it belongs to. */
export function PackageForm(props: PackageFormProps) {
  const { kind, pointer, initial, from, optional, before = none, after = none, values = {}, clears = false } = props;
  const { aside, submit, onSubmit, onClose, employerId } = props;
  const { t } = useTranslation();
  const fields = usePackageFields();
  const form = useForm<Record<string, unknown>>({
    initialValues: {
      pay: initial ?? newPackage(),
      known: initial !== undefined || optional === undefined,
      own: values,
    },
  });
  const pay = form.getValues()['pay'] as PackageDraft;
  const own = form.getValues()['own'] as Draft;
  const known = form.getValues()['known'] === true;
  const set = (next: Partial<PackageDraft>) => form.setFieldValue('pay', { ...pay, ...next });
  const sending = useSubmit(form, (_, key) =>
    onSubmit(known ? pay : undefined, sendable([...before, ...after], own, clears), key),
  );

  const above: Part = { path: '', fields: before, values: own };
  const below: Part = { path: '', fields: after, values: own };
  const cash: Part = { path: pointer, fields: fields.cash(pay.terms, kind), values: pay.terms };
  const isStated = kind === 'current' || kind === 'expected';
  const stated: Part = { path: pointer, fields: isStated ? fields.stated() : none, values: pay.terms };
  const rows = (name: List): Part[] =>
    pay[name].map((row, index) => ({
      path: `${pointer}.${name}.${index}`,
      fields: name === 'grants' ? fields.grant(row) : fields.oneOff(row),
      values: row,
    }));
  const lists = { oneOffs: rows('oneOffs'), grants: rows('grants') };
  const change = (name: List, index: number, row: Draft | undefined) =>
    set({ [name]: pay[name].flatMap((one, at) => (at === index ? (row ? [row] : []) : [one])) });
  const changeTerms = (name: string, value: FieldValue) => set({ terms: { ...pay.terms, [name]: value } });
  const changeOwn = (name: string, value: FieldValue) => form.setFieldValue('own', { ...own, [name]: value });

  const check = (event: React.FormEvent) => {
    event.preventDefault();
    const asked = [above, ...(known ? [cash, ...lists.oneOffs, ...lists.grants, stated] : []), below];
    const missing = asked.flatMap(({ path, fields: all, values: typed }) =>
      all.filter(({ name, required }) => required && isEmpty(typed[name])).map(({ name }) => pathOf(path, name)),
    );
    form.setErrors(Object.fromEntries(missing.map((path) => [path, t('ui.required')])));
    if (missing[0]) form.getInputNode(missing[0])?.focus();
    else void sending.send(form.getValues());
  };
  const inputs = ({ path, fields: all, values: typed }: Part, onChange: (name: string, value: FieldValue) => void) =>
    all.length > 0 && (
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {all.map((field) => (
          <div key={field.name} style={field.kind === 'multiline' ? { gridColumn: '1 / -1' } : undefined}>
            <FieldInput
              field={{ ...field, name: pathOf(path, field.name) }}
              value={typed[field.name]}
              error={form.errors[pathOf(path, field.name)]}
              autoFocus={field.name === 'baseAmount'}
              onChange={(value) => {
                form.clearFieldError(pathOf(path, field.name));
                onChange(field.name, value);
              }}
            />
          </div>
        ))}
      </SimpleGrid>
    );
  const list = (
    name: List,
    words: { title: string; add: string; remove: (number: number) => string },
    first: Draft,
  ) => (
    <fieldset className={classes.list}>
      <legend>{words.title}</legend>
      {lists[name].map((part, index) => (
        <div key={part.path} className={classes.row} role="group" aria-label={`${words.title} ${index + 1}`}>
          <div>
            {inputs(part, (field, value) => change(name, index, { ...part.values, [field]: value }))}
            {name === 'grants' && <VestingLine grant={part.values} />}
          </div>
          <ActionIcon aria-label={words.remove(index + 1)} onClick={() => change(name, index, undefined)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={pay[name].length >= 20}
        onClick={() => set({ [name]: [...pay[name], first] })}
      >
        {words.add}
      </Button>
    </fieldset>
  );
  return (
    <form onSubmit={check} noValidate className={classes.form}>
      <FormProblem problem={sending.problem} />
      {inputs(above, changeOwn)}
      {optional !== undefined && (
        <Checkbox
          label={optional}
          checked={known}
          onChange={(event) => form.setFieldValue('known', event.currentTarget.checked)}
        />
      )}
      {known && (
        <>
          {from && (
            <Button variant="light" size="compact-sm" onClick={() => set(from.pay)}>
              {from.label}
            </Button>
          )}
          <PasteLine pay={pay} onFill={set} />
          {inputs(cash, changeTerms)}
          <LevelField
            employerId={textOf(own['organizationId']) ?? employerId}
            path={pathOf(pointer, 'level')}
            value={pay.terms['level']}
            error={form.errors[pathOf(pointer, 'level')]}
            onChange={(level) => {
              form.clearFieldError(pathOf(pointer, 'level'));
              changeTerms('level', level);
            }}
          />
          <Live terms={pay.terms} />
          {list(
            'oneOffs',
            {
              title: t('candidates.package.oneOffs'),
              add: t('candidates.package.addOneOff'),
              remove: (number) => t('candidates.package.removeOneOff', { number }),
            },
            { kind: 'inducement' },
          )}
          {list(
            'grants',
            {
              title: t('candidates.package.grants'),
              add: t('candidates.package.addGrant'),
              remove: (number) => t('candidates.package.removeGrant', { number }),
            },
            { kind: 'rsu', vestMonths: 48, cliffMonths: 12 },
          )}
          {inputs(stated, changeTerms)}
        </>
      )}
      {inputs(below, changeOwn)}
      <Group justify="space-between">
        {aside ?? <span />}
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={sending.busy}>
            {submit}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

/** What the cash comes to, as it is typed. */
function Live({ terms }: { terms: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cash = cashSoFar(terms);
  const money = (amount: string | undefined) =>
    cash && amount !== undefined ? format.money({ amount, currency: cash.currency }) : t('ui.none');
  return (
    <output className={classes.live} aria-label={t('candidates.package.live')}>
      <span>
        <Text span size="sm" c="dimmed">
          {t('candidates.package.annual')}
        </Text>{' '}
        <Text span fw={650} size="lg">
          {money(cash?.annual)}
        </Text>
      </span>
      <span>
        <Text span size="sm" c="dimmed">
          {t('candidates.package.guaranteed')}
        </Text>{' '}
        <Text span fw={550}>
          {money(cash?.guaranteed)}
        </Text>
      </span>
    </output>
  );
}

const pathOf = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const textOf = (value: FieldValue): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isEmpty = (value: FieldValue): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
