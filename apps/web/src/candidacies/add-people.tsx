import { Anchor, Group, Modal, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { candidacyRoles, type CandidacyRole } from '@domain/candidacies/candidacy.js';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, actionKey, api } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { refresh } from '../app/freshness.js';
import { type Problem, toProblem } from '../app/problem.js';
import { FormButtons } from '../ui/form-buttons.js';
import { FormProblem } from '../ui/form-problem.js';
import { notify } from '../ui/notices.js';
import { optionsOf } from '../ui/options.js';

type Props = { searchId: string; onClose: () => void };
type Option = { value: string; label: string };

const typingMs = 150;

/** Puts several people on a search at once: found by name, in a role, with where they came from. */
export function AddPeople({ searchId, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), typingMs);
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const [role, setRole] = useState<CandidacyRole>('candidate');
  const format = useFormat();
  const [source, setSource] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { data, isFetching } = $api.useQuery('get', '/api/v1/candidates', {
    params: { query: { ...(q && { q }), limit: 20, archived: false } },
  });
  const found = (data?.items ?? []).map(({ id, displayName, nativeName, currentOrganizationName }): Option => ({
    value: id,
    label: [...format.names(displayName, nativeName), currentOrganizationName].filter(Boolean).join(' · '),
  }));
  const options = [...chosen, ...found.filter(({ value }) => !chosen.some((one) => one.value === value))];
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return;
    setBusy(true);
    try {
      const { data: added } = await api.POST('/api/v1/searches/{id}/candidacies', {
        params: { path: { id: searchId } },
        body: {
          candidateIds: chosen.map(({ value }) => value),
          role,
          ...(source.trim() && { source: source.trim() }),
        },
        headers: { 'Idempotency-Key': actionKey() },
      });
      await refresh(client, ['/searches', '/candidacies', '/candidates']);
      const count = (outcome: string) => added?.items.filter((item) => item.outcome === outcome).length ?? 0;
      const already = count('already_there');
      notify({
        title: t('candidacies.add.done', { count: count('added') }),
        ...(already > 0 && { message: t('candidacies.add.already', { count: already }) }),
      });
      onClose();
    } catch (thrown) {
      setProblem(toProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('candidacies.board.addPeople')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <FormProblem problem={problem} />
        <MultiSelect
          data-autofocus
          searchable
          hidePickedOptions
          label={t('candidacies.board.people')}
          placeholder={chosen.length === 0 ? t('ui.typeToFind') : undefined}
          data={options}
          filter={({ options: all }) => all}
          value={chosen.map(({ value }) => value)}
          onChange={(ids) => setChosen(options.filter(({ value }) => ids.includes(value)))}
          searchValue={text}
          onSearchChange={setText}
          nothingFoundMessage={isFetching ? t('ui.loading') : t('ui.nothingFound')}
          maxDropdownHeight={280}
        />
        <Group grow mt="md" align="start">
          <Select
            label={t('candidacies.role')}
            allowDeselect={false}
            data={optionsOf(candidacyRoles, (word) => t(`words.candidacyRole.${word}`))}
            value={role}
            onChange={(next) => setRole((next as CandidacyRole | null) ?? 'candidate')}
          />
          <TextInput
            label={t('candidacies.source')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </Group>
        <Text size="sm" c="dimmed" mt="md">
          {t('candidacies.board.manyHint')}{' '}
          <Anchor component={Link} to="/candidates" size="sm">
            {t('candidacies.board.toCandidates')}
          </Anchor>
        </Text>
        <FormButtons
          submit={t('candidacies.add.submit')}
          busy={busy}
          disabled={chosen.length === 0}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
