import {
  Badge,
  Button,
  Checkbox,
  CloseButton,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import type { Proposal } from '@domain/candidates/quick-add.rules.js';
import { readProfile } from '@domain/candidates/quick-add.rules.js';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { refresh } from '../../app/freshness.js';
import { useMay } from '../../app/session.js';
import { OrganizationPicker } from '../../organizations/parts/organization-picker.js';
import { SearchPicker } from '../../searches/parts/search-picker.js';
import { FormProblem } from '../../ui/form-problem.js';
import { notify } from '../../ui/notices.js';
import { useSubmit } from '../../ui/use-submit.js';
import { Matches } from '../quick-add-matches.js';

type Values = { displayName: string; nativeName: string; title: string; organizationId: string; searchId: string };
type Name = keyof Values;

const empty: Values = { displayName: '', nativeName: '', title: '', organizationId: '', searchId: '' };
const typingMs = 200;

/** Adds a person from whatever was pasted: a profile, a link, a card. Who may be here already is shown before. */
export function QuickAdd({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [pasted, setPasted] = useState('');
  const [proposal, setProposal] = useState<Proposal>({ identifiers: [], channels: [] });
  const [edited, setEdited] = useState<ReadonlySet<Name>>(new Set());
  const [adding, setAdding] = useState(true);
  const form = useForm<Values>({ initialValues: empty });
  const values = form.getValues();
  const { identifiers, channels, employer } = proposal;

  const read = (text: string) => {
    setPasted(text);
    const next = readProfile(text);
    setProposal(next);
    for (const name of ['displayName', 'nativeName', 'title'] as const) {
      if (!edited.has(name)) form.setFieldValue(name, next[name] ?? '');
    }
  };
  const edit = (name: Name, value: string) => {
    setEdited(new Set([...edited, name]));
    form.setFieldValue(name, value);
  };
  const known = useEmployer(employer);
  const organizationId = edited.has('organizationId') ? values.organizationId : (known ?? '');
  const unknown = employer !== undefined && organizationId === '' && !edited.has('organizationId');
  const makes = unknown && adding && may('organization.edit');
  const matches = useMatches(values, proposal);
  const same = matches.find(({ strength }) => strength === 'sure');

  const create = async (names: Pick<Values, 'displayName' | 'nativeName' | 'title'>, key: string) => {
    const employerId = makes ? await organization(employer, key) : organizationId;
    const body: Schemas['CreateCandidate'] = {
      displayName: names.displayName.trim(),
      ...(names.nativeName.trim() && { nativeName: names.nativeName.trim() }),
      source: 'own_research',
      identifiers: identifiers.map((one) => ({ ...one })),
      channels: channels.map((one) => ({ ...one })),
      ...(employerId && {
        affiliation: {
          organizationId: employerId,
          type: 'employment',
          ...(names.title.trim() && { title: names.title.trim() }),
        },
      }),
      ...(!employerId && names.title.trim() && { headline: names.title.trim() }),
    };
    return (await api.POST('/api/v1/candidates', { body, headers: { 'Idempotency-Key': key } })).data;
  };
  const sending = useSubmit(form, async ({ displayName, nativeName, title, searchId }, key) => {
    const candidate = same ?? (await create({ displayName, nativeName, title }, key));
    if (!candidate) return;
    if (searchId) {
      await api.POST('/api/v1/searches/{id}/candidacies', {
        params: { path: { id: searchId } },
        body: { candidateIds: [candidate.id] },
        headers: { 'Idempotency-Key': `${key}.search` },
      });
    }
    await refresh(client, ['/candidates', '/searches', '/candidacies', '/organizations']);
    const { id } = candidate;
    const open = () => void navigate({ to: '/candidates/$id', params: { id } });
    if (same && !searchId) open();
    else {
      const words = searchId ? 'quickAdd.addedToSearch' : 'quickAdd.added';
      notify({ title: t(words, { name: candidate.displayName }), action: { label: t('quickAdd.open'), run: open } });
    }
    onClose();
  });
  const check = (event?: React.SyntheticEvent) => {
    event?.preventDefault();
    if (sending.busy) return;
    if (values.displayName.trim() === '' && !same) {
      form.setFieldError('displayName', t('ui.required'));
      form.getInputNode('displayName')?.focus();
    } else void sending.send(form.getValues());
  };
  const text = (name: 'displayName' | 'nativeName' | 'title') => ({
    label: t(`quickAdd.${name}`),
    'data-path': name,
    value: values[name],
    error: form.errors[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => edit(name, event.currentTarget.value),
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('quickAdd.heading')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={check}
        noValidate
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) check(event);
        }}
      >
        <Stack gap="md">
          <FormProblem problem={sending.problem} />
          <Textarea
            data-autofocus
            autosize
            minRows={3}
            maxRows={8}
            label={t('quickAdd.paste')}
            description={t('quickAdd.pasteHint')}
            value={pasted}
            onChange={(event) => read(event.currentTarget.value)}
          />
          {may('candidacy.add') && (
            <SearchPicker
              label={t('quickAdd.search')}
              path="searchId"
              value={values.searchId || undefined}
              onPick={(id) => form.setFieldValue('searchId', id ?? '')}
            />
          )}
          <Matches matches={matches} onOpen={onClose} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput required {...text('displayName')} />
            <TextInput {...text('nativeName')} />
            <TextInput {...text('title')} />
            <div>
              <OrganizationPicker
                label={t('quickAdd.employer')}
                path="organizationId"
                value={organizationId || undefined}
                onPick={(id) => edit('organizationId', id ?? '')}
              />
              {unknown && may('organization.edit') && (
                <Checkbox
                  mt={6}
                  checked={adding}
                  onChange={(event) => setAdding(event.currentTarget.checked)}
                  label={t('quickAdd.newEmployer', { name: employer })}
                />
              )}
            </div>
          </SimpleGrid>
          <Found proposal={proposal} onChange={setProposal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={sending.busy} aria-keyshortcuts="Control+Enter">
              {same
                ? t(values.searchId ? 'quickAdd.putSame' : 'quickAdd.openSame', { name: same.displayName })
                : t('quickAdd.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What else was read, each to be taken out before saving. */
function Found({ proposal, onChange }: { proposal: Proposal; onChange: (next: Proposal) => void }) {
  const { t } = useTranslation();
  const { identifiers, channels } = proposal;
  if (identifiers.length + channels.length === 0) return null;
  const pills = [
    ...identifiers.map((one) => ({
      id: `${one.kind} ${one.value}`,
      words: `${t(`words.identifier.${one.kind}`)} ${one.value}`,
      drop: () => onChange({ ...proposal, identifiers: identifiers.filter((other) => other !== one) }),
    })),
    ...channels.map((one) => ({
      id: `${one.kind} ${one.value}`,
      words: `${t(`words.channel.${one.kind}`)} ${one.value}`,
      drop: () => onChange({ ...proposal, channels: channels.filter((other) => other !== one) }),
    })),
  ];
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('quickAdd.found')}
      </Text>
      <Group gap={6} mt={4}>
        {pills.map(({ id, words, drop }) => (
          <Badge
            key={id}
            variant="light"
            size="lg"
            tt="none"
            miw={0}
            maw="100%"
            rightSection={<CloseButton size="xs" aria-label={t('quickAdd.drop', { value: words })} onClick={drop} />}
          >
            {words}
          </Badge>
        ))}
      </Group>
    </div>
  );
}

/** The organization that has exactly this name. */
function useEmployer(employer: string | undefined): string | undefined {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/organizations',
    { params: { query: { q: employer ?? '', limit: 10 } } },
    { enabled: employer !== undefined },
  );
  const wanted = employer?.toLowerCase();
  return data?.items.find(({ name, nativeName }) => [name, nativeName].some((one) => one?.toLowerCase() === wanted))
    ?.id;
}

/** Makes the employer that is not known yet. */
async function organization(name: string, key: string): Promise<string | undefined> {
  const kind = /universit|大学|学院|college/i.test(name) ? 'university' : 'company';
  const headers = { 'Idempotency-Key': `${key}.organization` };
  return (await api.POST('/api/v1/organizations', { body: { kind, name }, headers })).data?.id;
}

function useMatches(
  { displayName, nativeName }: Values,
  { identifiers, channels }: Proposal,
): Schemas['PossibleMatch'][] {
  const asked = {
    ...(displayName.trim() && { displayName: displayName.trim() }),
    ...(nativeName.trim() && { nativeName: nativeName.trim() }),
    identifiers: identifiers.map((one) => ({ ...one })),
    channels: channels.map((one) => ({ ...one })),
  };
  const [body] = useDebouncedValue(JSON.stringify(asked), typingMs);
  const { data } = $api.useQuery(
    'post',
    '/api/v1/candidates/matches',
    { body: JSON.parse(body) as Schemas['MatchCandidates'] },
    { enabled: body !== JSON.stringify({ identifiers: [], channels: [] }), staleTime: 5_000 },
  );
  return data?.items ?? [];
}
