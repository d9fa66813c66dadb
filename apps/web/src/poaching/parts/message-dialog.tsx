import { Alert, Button, Group, Modal, NativeSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { merged } from '@domain/poaching/message-template.rules.js';
import type { MergeField, MergeValues } from '@domain/poaching/message-template.js';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { type Language, languageNames, languages } from '../../app/i18n.js';
import { useMe } from '../../app/session.js';
import { today } from '../../app/today.js';
import { SearchPicker } from '../../searches/parts/search-picker.js';
import { copyText } from '../../ui/copy-text.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinesSkeleton } from '../../ui/page.js';

type Template = Schemas['MessageTemplateRow'];

/** What was sent, for the log of it. */
export type Sent = {
  text: string;
  messageTemplateId: string | null;
  channel: 'wechat' | 'email';
  searchId: string | undefined;
};

type Props = {
  candidateId: string;
  searchId?: string | undefined;
  onSent: (sent: Sent) => void;
  onClose: () => void;
};

const lastLanguage = 'longlist.message-language';

/** A template filled for one person: edited, then copied for a chat or opened as a mail; what was sent goes to the log. */
export function MessageDialog({ candidateId, searchId, onSent, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState<Language>(
    () => languages.find((one) => one === localStorage.getItem(lastLanguage)) ?? (i18n.language as Language),
  );
  const candidate = $api.useQuery('get', '/api/v1/candidates/{id}', { params: { path: { id: candidateId } } });
  const candidacies = $api.useQuery(
    'get',
    '/api/v1/candidacies',
    { params: { query: { candidateId, exited: false, limit: 1 } } },
    { enabled: searchId === undefined },
  );
  const [picked, setPicked] = useState<string | null>();
  const about = searchId ?? (picked === undefined ? candidacies.data?.items[0]?.searchId : (picked ?? undefined));
  const search = $api.useQuery(
    'get',
    '/api/v1/searches/{id}',
    { params: { path: { id: about ?? '' } } },
    { enabled: about !== undefined },
  );
  const templates = $api.useQuery('get', '/api/v1/message-templates', {
    params: { query: { locale: language, limit: 200 } },
  });
  const failed = candidate.error ?? templates.error;
  const waiting = (about !== undefined && search.isPending) || (searchId === undefined && candidacies.isPending);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('poaching.message.title', { name: candidate.data?.displayName ?? '…' })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {failed ? (
        <ErrorState error={failed} onRetry={() => void Promise.all([candidate.refetch(), templates.refetch()])} />
      ) : !candidate.data || !templates.data || waiting ? (
        <LinesSkeleton lines={6} />
      ) : (
        <Stack gap="sm">
          <NativeSelect
            label={t('poaching.message.language')}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(event) => {
              localStorage.setItem(lastLanguage, event.currentTarget.value);
              setLanguage(event.currentTarget.value as Language);
            }}
          />
          {searchId === undefined && (
            <SearchPicker label={t('poaching.search')} value={about} onPick={(id) => setPicked(id ?? null)} />
          )}
          <MessageText
            key={`${language} ${about}`}
            language={language}
            candidate={candidate.data}
            search={about === undefined ? undefined : search.data}
            templates={templates.data.items}
            onSent={onSent}
          />
        </Stack>
      )}
    </Modal>
  );
}

type TextProps = {
  language: Language;
  candidate: Schemas['CandidateView'];
  search: Schemas['SearchView'] | undefined;
  templates: readonly Template[];
  onSent: (sent: Sent) => void;
};

function MessageText({ language, candidate, search, templates, onSent }: TextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const values = useMergeValues(language, candidate, search);
  const [chosen, setChosen] = useState<Template>();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const missing = [...new Set([...merged(text, {}).missing, ...merged(subject, {}).missing])];
  const choose = (id: string | null) => {
    const template = templates.find((one) => one.id === id);
    setChosen(template);
    setSubject(template?.subject ? merged(template.subject, values).text : '');
    setText(template ? merged(template.body, values).text : '');
  };
  const address = candidate.channels.find(({ kind, doNotUse }) => kind === 'email' && !doNotUse)?.value ?? '';
  const sent = (channel: Sent['channel']) =>
    onSent({ text, messageTemplateId: chosen?.id ?? null, channel, searchId: search?.id });
  const copy = async () => {
    if (await copyText(text, t('poaching.message.copied'))) sent('wechat');
  };
  const mail = () => {
    const query = new URLSearchParams({ subject, body: text }).toString().replaceAll('+', '%20');
    window.open(`mailto:${encodeURIComponent(address)}?${query}`, '_self');
    sent('email');
  };
  const names = (fields: readonly MergeField[]) =>
    format.list(fields.map((field) => t(`poaching.mergeField.${field}`)));
  return (
    <>
      <Select
        data-autofocus
        label={t('poaching.message.template')}
        placeholder={templates.length === 0 ? t('poaching.message.none') : t('poaching.message.pick')}
        data={templates.map(({ id, name, purpose }) => ({
          value: id,
          label: `${name} · ${t(`words.messagePurpose.${purpose}`)}`,
        }))}
        value={chosen?.id ?? null}
        onChange={choose}
      />
      {(chosen?.subject ?? subject) && (
        <TextInput
          label={t('poaching.message.subject')}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('poaching.message.text')}
        autosize
        minRows={5}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {missing.length > 0 && (
        <Alert color="yellow" p="xs" role="status">
          {t('poaching.message.missing', { fields: names(missing) })}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconMail size={16} aria-hidden />}
          disabled={text.trim() === ''}
          onClick={mail}
        >
          {t('poaching.message.mail')}
        </Button>
        <Button
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={text.trim() === ''}
          onClick={() => void copy()}
        >
          {t('poaching.message.use')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('poaching.message.hint')}
      </Text>
    </>
  );
}

/** What the fields of a text stand for: names in the order and script of its language. */
function useMergeValues(
  language: Language,
  candidate: Schemas['CandidateView'],
  search: Schemas['SearchView'] | undefined,
): MergeValues {
  const me = useMe();
  const { displayName, nativeName, givenName, familyName, currentTitle, currentOrganizationName } = candidate;
  const name = language === 'zh' ? (nativeName ?? displayName) : displayName;
  return {
    candidate: name,
    givenName: givenName ?? name,
    familyName,
    title: currentTitle,
    employer: currentOrganizationName,
    search: search?.title,
    city: search?.city,
    sender: me.name,
    agency: me.agency.name,
    today: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(today())),
  };
}
