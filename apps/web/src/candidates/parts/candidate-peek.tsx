import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowUpRight, IconBan, IconBriefcase2, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { useShortcut } from '../../app/use-shortcuts.js';
import { walking } from '../../app/walk.js';
import { AddToSearch } from '../../candidacies/parts/add-to-search.js';
import { RecordTimeline } from '../../notes/parts/record-timeline.js';
import { OffLimitsBanner } from '../../off-limits/parts/off-limits-banner.js';
import { ContactLogForm } from '../../poaching/parts/contact-log-form.js';
import { ErrorState } from '../../ui/error-state.js';
import { Facts } from '../../ui/facts.js';
import { Fact } from '../../ui/fields/fact.js';
import type { FieldValue } from '../../ui/fields/field.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { PeekPanel } from '../../ui/peek.js';
import { useCandidateFields } from '../candidate-fields.js';
import { Channels } from '../channels-panel.js';
import { useSaveCandidate } from '../use-save-candidate.js';

type Candidate = Schemas['CandidateView'];
type Props = {
  id: string;
  name: string;
  /** The name in their own script. */
  ownName: string | null;
  onClose: () => void;
  /** Whether `A` is about this person, and not about those who are selected. */
  addable: boolean;
};

const facts = ['ownerId', 'roleFamilyId', 'seniority', 'city', 'country', 'headline'] as const;

/** A look at a person beside the list: who they are, how to reach them, what happened last, and what is done most. */
export function CandidatePeek({ id, name, ownName, onClose, addable }: Props) {
  const [first] = useFormat().names(name, ownName);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidates/{id}', { params: { path: { id } } });
  if (data) return <Loaded key={id} candidate={data} onClose={onClose} addable={addable} />;
  return (
    <PeekPanel title={first} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LinesSkeleton lines={10} />}
    </PeekPanel>
  );
}

function Loaded({ candidate, onClose, addable }: { candidate: Candidate } & Pick<Props, 'onClose' | 'addable'>) {
  const { t } = useTranslation();
  const may = useMay();
  const fields = useCandidateFields();
  const save = useSaveCandidate(candidate);
  const [dialog, setDialog] = useState<'log' | 'search'>();
  const { id, displayName, archivedAt, abilities } = candidate;
  const [first] = useFormat().names(displayName, candidate.nativeName);
  const editable = abilities.includes('edit');
  const mayLog = may('contact-log.write');
  const mayAdd = may('candidacy.add') && archivedAt === null;
  useShortcut('log', () => setDialog('log'), mayLog);
  useShortcut('addToSearch', () => setDialog('search'), mayAdd && addable);
  const words: Partial<Record<string, string | null>> = {
    roleFamilyId: candidate.roleFamilyName,
    ownerId: candidate.ownerName,
  };
  return (
    <PeekPanel
      title={first}
      aside={<Head candidate={candidate} />}
      onClose={onClose}
      actions={
        <>
          {mayLog && (
            <Button
              size="compact-sm"
              leftSection={<IconPhone size={14} aria-hidden />}
              onClick={() => setDialog('log')}
            >
              {t('candidates.log')}
            </Button>
          )}
          {mayAdd && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconBriefcase2 size={14} aria-hidden />}
              onClick={() => setDialog('search')}
            >
              {t('candidates.addToSearch')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowUpRight size={14} aria-hidden />}
            renderRoot={(props) => <Link to="/candidates/$id" params={{ id }} state={walking} {...props} />}
          >
            {t('candidates.openFull')}
          </Button>
        </>
      }
    >
      <OffLimitsBanner candidateId={id} name={first} />
      <Channels candidate={candidate} editable={editable} />
      <Panel title={t('candidates.facts')}>
        <Facts>
          {facts.map((name) => (
            <Fact
              key={name}
              field={fields[name]}
              value={candidate[name] as FieldValue}
              words={words[name] ?? undefined}
              editable={editable}
              onSave={save}
            />
          ))}
        </Facts>
      </Panel>
      <RecordTimeline subjectType="candidate" subjectId={id} />
      {dialog === 'log' && <ContactLogForm name={first} candidateId={id} onClose={() => setDialog(undefined)} />}
      {dialog === 'search' && <AddToSearch candidateIds={[id]} onClose={() => setDialog(undefined)} />}
    </PeekPanel>
  );
}

function Head({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const { displayName, nativeName, currentTitle, currentOrganizationName, doNotContact, tags } = candidate;
  const [, second] = useFormat().names(displayName, nativeName);
  const work = [second, currentTitle, currentOrganizationName];
  return (
    <>
      <Text c="dimmed">{work.filter(Boolean).join(' · ')}</Text>
      <Group gap={4}>
        {doNotContact && (
          <Badge color="red" variant="light" tt="none" leftSection={<IconBan size={12} aria-hidden />}>
            {t('candidates.field.doNotContact')}
          </Badge>
        )}
        {tags.map((tag) => (
          <Badge key={tag.id} variant="light" color={tag.color ?? 'gray'} tt="none">
            {tag.name}
          </Badge>
        ))}
      </Group>
    </>
  );
}
