import { Button, PasswordInput, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { type Language, languageNames, languages, setLanguage } from '../app/i18n.js';
import { useFacts } from '../app/record.js';
import { useMay, useMe } from '../app/session.js';
import { NoticeChoices } from '../notices/parts/notice-choices.js';
import { Fact } from '../ui/fields/fact.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { Panel } from '../ui/panel.js';
import { useSubmit } from '../ui/use-submit.js';
import { SecondFactorPanel } from './second-factor-panel.js';

/** Oneself: name, language, password, second factor, sessions. */
export function AccountPart() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { queryKey } = $api.queryOptions('get', '/api/v1/me');
  const save = useFacts({
    queryKey,
    record: me,
    stale: ['/me'],
    send: async (values, version, key) => {
      const { data } = await api.PATCH('/api/v1/me', {
        body: values as Schemas['PatchMe'],
        headers: { ...ifMatch(version), 'Idempotency-Key': key },
      });
      return data as Schemas['MeView'];
    },
  });
  const language = async (next: Language) => {
    await setLanguage(next);
    await save({ locale: next });
  };
  const leave = async () => {
    await api.POST('/api/auth/revoke-sessions');
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <Panel title={t('settings.part.account')}>
        <Fact
          field={{ name: 'name', label: t('settings.account.name'), kind: 'text', required: true }}
          value={me.name}
          editable
          onSave={save}
        />
        <Select
          mt="sm"
          maw={320}
          label={t('settings.account.language')}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={i18n.language}
          onChange={(next) => next && void language(next as Language).catch(tell)}
        />
      </Panel>
      {may('notice.read') && <NoticeChoices />}
      <PasswordPanel />
      <SecondFactorPanel on={me.twoFactor} />
      <Panel title={t('settings.account.sessions')}>
        <Text mb="sm">{t('settings.account.signOutHint')}</Text>
        <Button variant="default" onClick={() => void leave().catch(tell)}>
          {t('settings.account.signOutEverywhere')}
        </Button>
      </Panel>
    </>
  );
}

const least = 10;

function PasswordPanel() {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '', repeat: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('ui.required')),
      newPassword: (value) => (value.length < least ? t('auth.invalid.short', { count: least }) : null),
      repeat: (value, { newPassword }) => (value === newPassword ? null : t('auth.invalid.different')),
    },
  });
  const { onSubmit, busy, problem } = useSubmit(form, async ({ currentPassword, newPassword }) => {
    await api.POST('/api/auth/change-password', { body: { currentPassword, newPassword } });
    form.reset();
    notify({ title: t('settings.account.passwordChanged') });
  });
  const field = (name: 'currentPassword' | 'newPassword' | 'repeat', label: string, autoComplete: string) => (
    <PasswordInput
      label={label}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
      key={form.key(name)}
      {...form.getInputProps(name)}
    />
  );
  return (
    <Panel title={t('settings.account.password')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw={320}>
          <FormProblem problem={problem} />
          {field('currentPassword', t('settings.account.current'), 'current-password')}
          {field('newPassword', t('auth.newPassword'), 'new-password')}
          {field('repeat', t('auth.repeatPassword'), 'new-password')}
          <Button type="submit" variant="default" loading={busy}>
            {t('settings.account.changePassword')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
