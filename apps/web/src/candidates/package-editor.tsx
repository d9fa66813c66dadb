import { ActionIcon, Button, Group, Modal, SimpleGrid, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { FieldInput } from '../ui/fields/field-input.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { useSubmit } from '../ui/use-submit.js';
import { cashSoFar, type Draft, draftOf, newPackage, type PackageDraft, valuesOf } from './package-values.js';
import { usePackageFields } from './use-package-fields.js';
import classes from './package-editor.module.css';

type Kind = 'current' | 'expected';
type Props = { candidate: Schemas['CandidateView']; kind: Kind; onClose: () => void };
type Part = { path: string; fields: readonly Field[]; values: Draft };

/** Asks for a whole package: cash with what it comes to while one types, one-off payments, grants, and from where it is known. */
export function PackageEditor({ candidate, kind, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fields = usePackageFields();
  const { current, expected } = { current: candidate.currentPackage, expected: candidate.expectedPackage };
  const known = (kind === 'current' ? current : expected) ?? undefined;
  const other = (kind === 'current' ? expected : current) ?? undefined;
  const form = useForm<Record<string, unknown>>({ initialValues: { pay: known ? draftOf(known) : newPackage() } });
  const pay = form.getValues()['pay'] as PackageDraft;
  const set = (next: Partial<PackageDraft>) => form.setFieldValue('pay', { ...pay, ...next });

  const put = async (values: Schemas['PackageValues'] | null, headers: Record<string, string>) => {
    const params = { path: { id: candidate.id } };
    await api.PUT('/api/v1/candidates/{id}/package', { params, body: { [kind]: values }, headers });
    await refresh(client, ['/candidates']);
  };
  const send = async (values: Schemas['PackageValues'] | null, said: string, key: string) => {
    const former = known ? { ...valuesOf(draftOf(known)), bonusIsApart: true } : null;
    await put(values, { ...ifMatch(candidate.version), 'Idempotency-Key': key });
    notify({ title: said, undo: () => put(former, {}) });
    onClose();
  };
  const sending = useSubmit(form, (_, key) => send(valuesOf(pay), t('candidates.package.saved'), key));

  const cash: Part = { path: kind, fields: fields.cash(pay.terms), values: pay.terms };
  const stated: Part = { path: kind, fields: fields.stated(), values: pay.terms };
  const rows = (name: 'oneOffs' | 'grants'): Part[] =>
    pay[name].map((values, index) => ({
      path: `${kind}.${name}.${index}`,
      fields: name === 'grants' ? fields.grant(values) : fields.oneOff(values),
      values,
    }));
  const lists = { oneOffs: rows('oneOffs'), grants: rows('grants') };
  const change = (name: 'oneOffs' | 'grants', index: number, values: Draft | undefined) =>
    set({ [name]: pay[name].flatMap((one, at) => (at === index ? (values ? [values] : []) : [one])) });
  const changeTerms = (name: string, value: FieldValue) => set({ terms: { ...pay.terms, [name]: value } });

  const check = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = [cash, ...lists.oneOffs, ...lists.grants, stated].flatMap(({ path, fields: all, values }) =>
      all.filter(({ name, required }) => required && isEmpty(values[name])).map(({ name }) => `${path}.${name}`),
    );
    form.setErrors(Object.fromEntries(missing.map((path) => [path, t('ui.required')])));
    if (missing[0]) form.getInputNode(missing[0])?.focus();
    else void sending.send(form.getValues());
  };
  const inputs = ({ path, fields: all, values }: Part, onChange: (name: string, value: FieldValue) => void) => (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      {all.map((field) => (
        <div key={field.name} style={field.kind === 'multiline' ? { gridColumn: '1 / -1' } : undefined}>
          <FieldInput
            field={{ ...field, name: `${path}.${field.name}` }}
            value={values[field.name]}
            error={form.errors[`${path}.${field.name}`]}
            autoFocus={field.name === 'baseAmount'}
            onChange={(value) => {
              form.clearFieldError(`${path}.${field.name}`);
              onChange(field.name, value);
            }}
          />
        </div>
      ))}
    </SimpleGrid>
  );
  const list = (
    name: 'oneOffs' | 'grants',
    words: { title: string; add: string; remove: (number: number) => string },
    first: Draft,
  ) => (
    <fieldset className={classes.list}>
      <legend>{words.title}</legend>
      {lists[name].map((part, index) => (
        <div key={part.path} className={classes.row} role="group" aria-label={`${words.title} ${index + 1}`}>
          <div>{inputs(part, (field, value) => change(name, index, { ...part.values, [field]: value }))}</div>
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
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={`${t('candidates.package.title', { name: candidate.displayName })} · ${t(`candidates.package.${kind}`)}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={check} noValidate className={classes.form}>
        <FormProblem problem={sending.problem} />
        {!known && other && (
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => set({ ...draftOf(other), terms: { ...draftOf(other).terms, statedOn: null } })}
          >
            {t('candidates.package.copyOther')}
          </Button>
        )}
        {inputs(cash, changeTerms)}
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
        <Group justify="space-between">
          {known ? (
            <Button
              variant="subtle"
              color="red"
              onClick={() => void send(null, t('candidates.package.cleared'), crypto.randomUUID()).catch(tell)}
            >
              {t('candidates.package.clear')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={sending.busy}>
              {t('ui.save')}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
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

const isEmpty = (value: FieldValue): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
