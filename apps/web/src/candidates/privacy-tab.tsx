import { Anchor, Badge, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { privacyLaws, type PrivacyLaw } from '@domain/candidates/candidate.js';
import { legalBasesOf, noticeClock } from '@domain/candidates/notice.rules.js';
import { IconBan, IconCheck, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useMay } from '../app/session.js';
import { today } from '../app/today.js';
import { Facts } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import type { Field, FieldValue } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';
import { useCandidateFields } from './candidate-fields.js';
import { NoticeDialog } from './notice-dialog.js';
import { TakenOut } from './taken-out.js';

type Candidate = Schemas['CandidateView'];
type Props = {
  candidate: Candidate;
  editable: boolean;
  onSave: (values: Record<string, FieldValue>) => Promise<void>;
};

/** On which basis and from where we know the person, whether they were told, what they asked of us, and what left the agency. */
export function PrivacyTab(props: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Notice {...props} />
        <Basis {...props} />
        <Wishes {...props} />
        <Source {...props} />
      </SimpleGrid>
      <TakenOut candidateId={props.candidate.id} />
      <Text size="xs" c="dimmed" mt="md">
        {t('candidates.privacyHint')}
      </Text>
    </>
  );
}

function Source({ candidate, editable, onSave }: Props) {
  const { t } = useTranslation();
  const fields = useCandidateFields();
  return (
    <Panel title={t('candidates.privacy.from')}>
      <Facts>
        {(['source', 'sourceDetail', 'sourcedOn'] as const).map((name) => (
          <Fact key={name} field={fields[name]} value={candidate[name]} editable={editable} onSave={onSave} />
        ))}
      </Facts>
    </Panel>
  );
}

/** Law and basis are asked together: which bases there are follows from the law. */
function Basis({ candidate: { law, legalBasis }, editable, onSave }: Props) {
  const { t } = useTranslation();
  const fields = useCandidateFields();
  const [open, setOpen] = useState(false);
  const fieldsOf = (values: Record<string, FieldValue>): Field[] => [
    { ...fields.law, kind: 'choice', options: optionsOf(privacyLaws, (word) => t(`words.law.${word}`)) },
    {
      ...fields.legalBasis,
      kind: 'choice',
      options: optionsOf(legalBasesOf((values['law'] as PrivacyLaw | null) ?? 'none'), (word) =>
        t(`words.legalBasis.${word}`),
      ),
    },
  ];
  return (
    <Panel
      title={t('candidates.privacy.basis')}
      aside={
        editable && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
            {t('candidates.package.edit')}
          </Button>
        )
      }
    >
      <Facts>
        <Fact field={fields.law} value={law} editable={false} onSave={onSave} />
        <Fact field={fields.legalBasis} value={legalBasis} editable={false} onSave={onSave} />
      </Facts>
      {open && (
        <FormDialog
          title={t('candidates.privacy.changeBasis')}
          submit={t('ui.save')}
          fields={fieldsOf({ law })}
          fieldsOf={fieldsOf}
          initial={{ law, legalBasis }}
          onClose={() => setOpen(false)}
          onSubmit={(values) => onSave(values)}
        />
      )}
    </Panel>
  );
}

/** The clock of the notice: how many days are left, or who told the person and when. */
function Notice({ candidate, editable, onSave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const fields = useCandidateFields();
  const [open, setOpen] = useState(false);
  const { noticedBy, doNotContact, displayName, id } = candidate;
  const clock = noticeClock(candidate, today());
  const mayGive = editable && may('contact-log.write') && clock.state !== 'given';
  return (
    <Panel
      title={t('candidates.privacy.notice')}
      aside={
        mayGive &&
        !doNotContact && (
          <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
            {t('candidates.privacy.give')}
          </Button>
        )
      }
    >
      {clock.state === 'none' && <Text c="dimmed">{t('candidates.privacy.notNeeded')}</Text>}
      {clock.state === 'given' && (
        <Group gap="xs">
          <IconCheck size={18} aria-hidden />
          <Text>
            {noticedBy
              ? t('candidates.privacy.givenBy', { day: format.day(clock.on), name: noticedBy })
              : t('candidates.privacy.given', { day: format.day(clock.on) })}
          </Text>
          {clock.late && (
            <Badge variant="light" color="yellow" tt="none">
              {t('candidates.privacy.late')}
            </Badge>
          )}
        </Group>
      )}
      {(clock.state === 'running' || clock.state === 'overdue') && (
        <>
          <Group gap="xs">
            {clock.state === 'overdue' ? (
              <IconClockExclamation size={20} aria-hidden />
            ) : (
              <IconClock size={20} aria-hidden />
            )}
            <Text size="xl" fw={650} {...(clock.state === 'overdue' && { c: 'var(--mantine-color-error)' })}>
              {clock.state === 'overdue'
                ? t('candidates.privacy.overdue', { count: clock.days })
                : clock.days === 0
                  ? t('candidates.privacy.dueToday')
                  : t('candidates.privacy.left', { count: clock.days })}
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {t('candidates.privacy.due', { day: format.day(clock.dueOn) })}
          </Text>
          {mayGive && doNotContact && (
            <Text size="sm" c="dimmed">
              {t('candidates.privacy.giveBlocked')}
            </Text>
          )}
        </>
      )}
      <Facts>
        <Fact field={fields.noticedOn} value={candidate.noticedOn} editable={editable} onSave={onSave} />
      </Facts>
      {open && <NoticeDialog candidateId={id} name={displayName} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

/** What the person asked of us: not to be contacted, with the reason and since when, and not to be profiled. */
function Wishes({ candidate, editable, onSave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useCandidateFields();
  const [open, setOpen] = useState(false);
  const { doNotContact, doNotContactReason, doNotContactSince, objectsToProfiling, displayName } = candidate;
  return (
    <Panel title={t('candidates.privacy.wishes')}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          {doNotContact && <IconBan size={18} aria-hidden />}
          <Text {...(doNotContact && { fw: 600 })}>
            {doNotContact
              ? t('candidates.privacy.since', { day: format.day(doNotContactSince ?? today()) })
              : t('candidates.privacy.mayContact')}
          </Text>
        </Group>
        {editable &&
          (doNotContact ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => void onSave({ doNotContact: false }).catch(() => {})}
            >
              {t('candidates.privacy.lift')}
            </Anchor>
          ) : (
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
              {t('candidates.privacy.block')}
            </Button>
          ))}
      </Group>
      <Facts>
        {doNotContact && (
          <Fact field={fields.doNotContactReason} value={doNotContactReason} editable={editable} onSave={onSave} />
        )}
        <Fact field={fields.objectsToProfiling} value={objectsToProfiling} editable={editable} onSave={onSave} />
      </Facts>
      {open && (
        <FormDialog
          title={t('candidates.privacy.blockTitle', { name: displayName })}
          submit={t('candidates.privacy.blockSave')}
          fields={[{ ...fields.doNotContactReason, required: true }]}
          onClose={() => setOpen(false)}
          onSubmit={(values) => onSave({ doNotContact: true, ...values })}
        />
      )}
    </Panel>
  );
}
