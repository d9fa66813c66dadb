import { Alert, Button, Checkbox, Group, Modal, Skeleton, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy, IconEyeOff, IconFileTypePdf, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { tell } from '../../app/change.js';
import { useFormat } from '../../app/format.js';
import type { Language } from '../../app/i18n.js';
import { today } from '../../app/today.js';
import type { Field } from '../../ui/fields/field.js';
import { FieldInput } from '../../ui/fields/field-input.js';
import { copyText } from '../../ui/copy-text.js';
import { ErrorState } from '../../ui/error-state.js';
import { bytesOf, saveFile } from '../../ui/save-file.js';
import { FormProblem } from '../../ui/form-problem.js';
import { LinesSkeleton } from '../../ui/page.js';
import { useSubmit } from '../../ui/use-submit.js';
import { useGates } from '../gates.js';
import classes from '../portal.module.css';
import { askedOf, type Draft, missingOf, valueOf } from '../submission-draft.js';
import { useSubmitFields } from '../submit-fields.js';
import { useMakeSubmission } from '../use-submissions.js';
import { askPreview, type Preview, usePreview } from '../use-preview.js';

/** Someone who is to be presented. */
export type Presentable = { id: string; candidateName: string; searchId: string };

type Props = { people: readonly Presentable[]; onClose: () => void };

/** Presents people to the client of their search, one after the other: each has a permission of their own. */
export function SubmitDialog({ people, onClose }: Props) {
  const [at, setAt] = useState(0);
  const person = people[at];
  const { data: search } = $api.useQuery(
    'get',
    '/api/v1/searches/{id}',
    { params: { path: { id: person?.searchId ?? '' } } },
    { enabled: person !== undefined },
  );
  const next = () => (at + 1 < people.length ? setAt(at + 1) : onClose());
  const { t } = useTranslation();
  if (!person) return null;
  const count = people.length > 1 ? ` · ${t('portal.ofMany', { at: at + 1, count: people.length })}` : '';
  return (
    <Modal
      opened
      onClose={onClose}
      size="72rem"
      title={`${t('portal.submitTitle', { name: person.candidateName })}${count}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {search ? (
        <Form
          key={person.id}
          person={person}
          search={search}
          many={people.length > 1}
          onDone={next}
          onClose={onClose}
        />
      ) : (
        <LinesSkeleton lines={10} />
      )}
    </Modal>
  );
}

const lastLevel = 'longlist.submission-level';
const lastChannel = 'longlist.submission-channel';

type FormProps = {
  person: Presentable;
  search: Schemas['SearchView'];
  many: boolean;
  onDone: () => void;
  onClose: () => void;
};

function Form({ person, search, many, onDone, onClose }: FormProps) {
  const { t, i18n } = useTranslation();
  const make = useMakeSubmission();
  const form = useForm<Draft>({
    initialValues: {
      contactId: search.contacts?.[0]?.contactId ?? null,
      level: (localStorage.getItem(lastLevel) as Draft['level'] | null) ?? 'L3',
      locale: i18n.language as Language,
      templateId: null,
      channel: localStorage.getItem(lastChannel) ?? 'email',
      occurredAt: null,
      recommendation: null,
      permission: { givenOn: today(), how: 'call', evidence: null },
      consent: { givenOn: today(), evidence: null },
      volunteered: false,
      payVolunteered: { givenOn: today(), evidence: null },
    },
  });
  const draft = form.getValues();
  const wanted = JSON.stringify(askedOf(draft));
  const [asked] = useDebouncedValue(wanted, 300);
  const preview = usePreview(person.id, asked);
  const fresh = asked === wanted && !preview.isPlaceholderData;
  const { data } = preview;
  const gateAt = useGates(data?.gates);
  const fields = useSubmitFields(search.organizationId, draft);
  const volunteered = draft['volunteered'] === true;
  const asksPay = data?.payHidden === true || volunteered;
  const needsConsent = data?.needsConsent === true;
  const required = [
    ...fields.where,
    ...fields.how,
    ...fields.permission,
    ...(needsConsent ? fields.consent : []),
    ...(volunteered ? fields.pay : []),
  ]
    .filter((field) => field.required)
    .map(({ name }) => name);
  const sending = useSubmit(form, async (values, key) => {
    await make({
      person,
      clientName: search.organizationName,
      body: askedOf(values) as Schemas['MakeSubmission'],
      key,
    });
    localStorage.setItem(lastLevel, values.level);
    localStorage.setItem(lastChannel, String(values['channel']));
    onDone();
  });
  const check = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = missingOf(draft, required);
    form.setErrors(Object.fromEntries(missing.map((name) => [name, t('ui.required')])));
    if (missing[0]) form.getInputNode(missing[0])?.focus();
    else void sending.send(form.getValues());
  };
  const inputs = (some: readonly Field[]) =>
    some.map((field) => (
      <div key={field.name} data-wide={isWide(field) || undefined}>
        <FieldInput
          field={field}
          value={valueOf(draft, field.name)}
          error={form.errors[field.name] ?? gateAt(`/${field.name.replaceAll('.', '/')}`)}
          autoFocus={field.name === 'contactId'}
          onChange={(value) => {
            form.clearFieldError(field.name);
            form.setFieldValue(field.name, value);
          }}
        />
      </div>
    ));
  return (
    <form onSubmit={check} noValidate>
      <FormProblem problem={sending.problem} />
      <Group gap="xs" role="status">
        {gateAt('', '/candidacyId')}
      </Group>
      <div className={classes.form}>
        <div className={classes.fields}>
          <div className={classes.pairs}>
            {inputs(fields.where)}
            {inputs(fields.how)}
          </div>
          <fieldset className={classes.group}>
            <legend>{t('portal.permission.title')}</legend>
            <div className={classes.pairs}>
              {inputs(fields.permission)}
              <div data-wide>{gateAt('/permission')}</div>
            </div>
          </fieldset>
          {needsConsent && (
            <fieldset className={classes.group}>
              <legend>{t('portal.consent.title')}</legend>
              <div className={classes.fields}>
                <Text size="sm" c="dimmed">
                  {t('portal.consent.hint', { client: search.organizationName })}
                </Text>
                {inputs(fields.consent)}
                {gateAt('/consent')}
              </div>
            </fieldset>
          )}
          {asksPay && (
            <Alert color="yellow" icon={<IconEyeOff size={18} aria-hidden />} title={t('portal.pay.title')}>
              <div className={classes.fields}>
                <Text size="sm">{t('portal.pay.hint')}</Text>
                <Checkbox
                  label={t('portal.pay.volunteered')}
                  checked={volunteered}
                  onChange={(event) => form.setFieldValue('volunteered', event.currentTarget.checked)}
                />
                {volunteered && inputs(fields.pay)}
              </div>
            </Alert>
          )}
        </div>
        <PreviewOf
          data={data}
          error={preview.error}
          fresh={fresh}
          retry={() => void preview.refetch()}
          onText={async () => (fresh && data ? data : await askPreview(person.id, askedOf(form.getValues()))).text}
          onPdf={async () => {
            const { pdf, fileName } = await askPreview(person.id, { ...askedOf(form.getValues()), withPdf: true });
            if (pdf) saveFile(bytesOf(pdf, 'application/pdf'), fileName);
          }}
        />
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        {many && (
          <Button variant="default" onClick={onDone}>
            {t('portal.skip')}
          </Button>
        )}
        <Button type="submit" loading={sending.busy}>
          {t('portal.record')}
        </Button>
      </Group>
    </form>
  );
}

const isWide = ({ name, kind }: Field): boolean => kind === 'multiline' || /level|evidence|contactId/.test(name);

type PreviewProps = {
  data: Preview | undefined;
  error: unknown;
  /** The preview is of what is filled in now. */
  fresh: boolean;
  retry: () => void;
  onText: () => Promise<string>;
  onPdf: () => Promise<void>;
};

/** What the client would read, as text to copy and as a file to send. */
function PreviewOf({ data, error, fresh, retry, onText, onPdf }: PreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  if (error && !data) return <ErrorState error={error} onRetry={retry} />;
  const download = async () => {
    setBusy(true);
    await onPdf()
      .catch(tell)
      .finally(() => setBusy(false));
  };
  return (
    <section className={classes.fields} aria-label={t('portal.preview.title')}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t('portal.preview.title')}</Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconCopy size={14} aria-hidden />}
            disabled={!data}
            onClick={() => void copyText(onText(), t('portal.preview.copied'))}
          >
            {t('portal.preview.copy')}
          </Button>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconFileTypePdf size={14} aria-hidden />}
            disabled={!data}
            loading={busy}
            onClick={() => void download()}
          >
            {t('portal.preview.download')}
          </Button>
        </Group>
      </Group>
      {data ? (
        <pre className={classes.text} tabIndex={0} aria-label={t('portal.preview.title')} aria-busy={!fresh}>
          {data.text}
        </pre>
      ) : (
        <Skeleton height={320} />
      )}
      {data && (
        <Group gap={6} c="dimmed">
          <IconShieldCheck size={16} aria-hidden />
          <Text size="sm">
            {data.protectedUntil
              ? t('portal.preview.until', { day: format.day(data.protectedUntil) })
              : t('portal.preview.noProtection')}
          </Text>
        </Group>
      )}
    </section>
  );
}
