import { ActionIcon, Button, Group, Modal, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import {
  feeBases,
  feeKinds,
  instalmentTriggers,
  type FeeBasis,
  type FeeKind,
  type InstalmentTrigger,
} from '@domain/searches/search.js';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import { FormButtons } from '../ui/form-buttons.js';
import { FormProblem } from '../ui/form-problem.js';
import { optionsOf } from '../ui/options.js';
import { useSubmit } from '../ui/use-submit.js';
import classes from './search-parts.module.css';
import { useShowSearch } from './use-search-state.js';

type Search = Schemas['SearchView'];
type Terms = Schemas['PutTerms'];
type Values = {
  fee: { kind: FeeKind; rate: number | ''; basis: FeeBasis | null; amount: string; minimum: string; currency: string };
  instalments: { trigger: InstalmentTrigger; share: number | ''; dueOn: string }[];
  credits: { memberId: string | undefined; share: number | '' }[];
};

const whole = 100;

function valuesOf({ fee, instalments = [], credits = [] }: Search): Values {
  return {
    fee: {
      kind: fee?.kind ?? 'rate',
      rate: fee?.rate ?? '',
      basis: fee?.basis ?? 'first_year_total',
      amount: fee?.amount?.amount ?? '',
      minimum: fee?.minimum?.amount ?? '',
      currency: fee?.amount?.currency ?? fee?.minimum?.currency ?? 'CNY',
    },
    instalments: instalments.map(({ trigger, share, dueOn }) => ({ trigger, share, dueOn: dueOn ?? '' })),
    credits: credits.map(({ memberId, share }) => ({ memberId, share })),
  };
}

function termsOf({ fee, instalments, credits }: Values): Terms {
  const currency = fee.currency.trim().toUpperCase() || null;
  const agreed = fee.kind === 'rate' ? fee.rate !== '' : fee.amount.trim() !== '';
  const minimum = fee.minimum.trim() || null;
  return {
    fee: !agreed
      ? null
      : fee.kind === 'rate'
        ? { kind: 'rate', rate: Number(fee.rate), basis: fee.basis, minimum, currency: minimum ? currency : null }
        : { kind: 'fixed', amount: fee.amount.trim(), currency },
    instalments: instalments.map(({ trigger, share, dueOn }) => ({
      trigger,
      share: Number(share),
      dueOn: trigger === 'day' ? dueOn || null : null,
    })),
    credits: credits.map(({ memberId, share }) => ({ memberId: memberId ?? '', share: Number(share) })),
  };
}

/** Asks for fee, instalments and credits; they replace what was agreed before. */
export function TermsDialog({ search, onClose }: { search: Search; onClose: () => void }) {
  const { t } = useTranslation();
  const show = useShowSearch(search.id);
  const params = { path: { id: search.id } };
  const form = useForm<Values>({ initialValues: valuesOf(search) });
  const { fee, instalments, credits } = form.values;
  const put = useChange<Terms, unknown>({
    send: async (body, key) => {
      const headers = { 'Idempotency-Key': key };
      show((await api.PUT('/api/v1/searches/{id}/terms', { params, body, headers })).data);
    },
    stale: ['/searches', '/fee'],
    said: () => ({
      title: t('searches.termsSaved'),
      undo: async () => {
        const body = termsOf(valuesOf(search));
        show((await api.PUT('/api/v1/searches/{id}/terms', { params, body })).data);
      },
    }),
    failed: () => true,
  });
  const sending = useSubmit(form, async (values) => {
    await put(termsOf(values));
    onClose();
  });
  const left = (parts: readonly { share: number | '' }[]) =>
    Math.max(0, whole - parts.reduce((sum, { share }) => sum + Number(share), 0)) || '';
  const label = (name: 'kind' | 'rate' | 'basis' | 'amount' | 'minimum' | 'currency') => t(`searches.feeField.${name}`);
  const removeButton = (list: 'instalments' | 'credits', index: number) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('searches.removeLine', { number: index + 1 })}
      onClick={() => form.removeListItem(list, index)}
    >
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
  const addButton = (text: string, run: () => void) => (
    <Group>
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={run}>
        {text}
      </Button>
    </Group>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('searches.editFee')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={sending.onSubmit} noValidate>
        <FormProblem problem={sending.problem} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <Select
            label={label('kind')}
            allowDeselect={false}
            data={optionsOf(feeKinds, (word) => t(`words.feeKind.${word}`))}
            {...form.getInputProps('fee.kind')}
          />
          {fee.kind === 'rate' ? (
            <>
              <NumberInput
                data-autofocus
                label={label('rate')}
                min={0}
                max={whole}
                decimalScale={3}
                {...form.getInputProps('fee.rate')}
              />
              <Select
                label={label('basis')}
                allowDeselect={false}
                data={optionsOf(feeBases, (word) => t(`words.feeBasis.${word}`))}
                {...form.getInputProps('fee.basis')}
              />
              <TextInput label={label('minimum')} inputMode="decimal" {...form.getInputProps('fee.minimum')} />
            </>
          ) : (
            <TextInput label={label('amount')} inputMode="decimal" {...form.getInputProps('fee.amount')} />
          )}
          <TextInput label={label('currency')} {...form.getInputProps('fee.currency')} />
        </SimpleGrid>
        <Text fw={600} mt="md">
          {t('searches.instalments')}
        </Text>
        <div className={classes.lines}>
          {instalments.map((one, index) => (
            <div key={index} className={classes.row}>
              <Select
                label={t('searches.trigger')}
                allowDeselect={false}
                data={optionsOf(instalmentTriggers, (word) => t(`words.trigger.${word}`))}
                {...form.getInputProps(`instalments.${index}.trigger`)}
              />
              <NumberInput
                label={t('searches.share')}
                min={0}
                max={whole}
                decimalScale={3}
                {...form.getInputProps(`instalments.${index}.share`)}
              />
              {one.trigger === 'day' && (
                <TextInput
                  type="date"
                  label={t('searches.dueOn')}
                  {...form.getInputProps(`instalments.${index}.dueOn`)}
                />
              )}
              {removeButton('instalments', index)}
            </div>
          ))}
          {addButton(t('searches.addInstalment'), () =>
            form.insertListItem('instalments', { trigger: 'start', share: left(instalments), dueOn: '' }),
          )}
        </div>
        <Text fw={600} mt="md">
          {t('searches.credits')}
        </Text>
        <div className={classes.lines}>
          {credits.map(({ memberId }, index) => (
            <div key={index} className={classes.row}>
              <UserPicker
                label={t('searches.member')}
                value={memberId}
                path={`credits.${index}.memberId`}
                error={form.errors[`credits.${index}.memberId`]}
                onPick={(next) => form.setFieldValue(`credits.${index}.memberId`, next)}
              />
              <NumberInput
                label={t('searches.share')}
                min={0}
                max={whole}
                decimalScale={3}
                {...form.getInputProps(`credits.${index}.share`)}
              />
              {removeButton('credits', index)}
            </div>
          ))}
          {addButton(t('searches.addCredit'), () =>
            form.insertListItem('credits', { memberId: undefined, share: left(credits) }),
          )}
        </div>
        <FormButtons submit={t('ui.save')} busy={sending.busy} onClose={onClose} />
      </form>
    </Modal>
  );
}
