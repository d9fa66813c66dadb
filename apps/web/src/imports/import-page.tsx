import { Alert, Badge, Button, Group, Modal, Progress, SimpleGrid, Stepper, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { ErrorState } from '../ui/error-state.js';
import { Page, PageSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { ImportRows } from './import-rows.js';
import { MappingForm } from './mapping-form.js';
import classes from './import-page.module.css';

type Import = Schemas['ImportView'];

const route = getRouteApi('/signed-in/imports/$id');
const running: readonly Import['state'][] = ['uploaded', 'checking', 'committing', 'undoing'];
const pollMs = 700;

/** One import from its check to its report: mapping, verdicts, progress, undo. */
export function ImportPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = $api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && running.includes(state.data.state) ? pollMs : false) },
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Loaded key={id} one={data} />;
}

function Loaded({ one }: { one: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { id, fileName, state, counts, abilities } = one;
  const path = { params: { path: { id } } };
  const steps = {
    commit: () => api.POST('/api/v1/imports/{id}/commit', path),
    cancel: () => api.POST('/api/v1/imports/{id}/cancellation', path),
    undo: () => api.POST('/api/v1/imports/{id}/undo', path),
  };
  const step = useChange<keyof typeof steps, unknown>({
    send: (name) => steps[name](),
    stale: ['/imports', '/candidates', '/organizations'],
  });
  const run = (name: keyof typeof steps) => void step(name).catch(() => {});
  const fresh = counts.created + counts.joined;
  const active = {
    uploaded: 1,
    checking: 2,
    checked: 2,
    committing: 3,
    done: 4,
    failed: 2,
    canceled: 2,
    undoing: 3,
    undone: 4,
  }[state];
  const may = (name: string) => abilities.includes(name);
  return (
    <Page
      title={fileName}
      trail={<Link to="/imports">{t('imports.title')}</Link>}
      aside={<Badge variant="light">{t(`words.importState.${state}`)}</Badge>}
      actions={
        <Group gap="xs">
          {may('cancel') && (
            <Button variant="default" onClick={() => run('cancel')}>
              {t('imports.cancel')}
            </Button>
          )}
          {may('undo') && (
            <Button variant="default" color="red" onClick={() => setAsking(true)}>
              {t('imports.undo')}
            </Button>
          )}
          {may('commit') && (
            <Button disabled={fresh === 0} onClick={() => run('commit')}>
              {t('imports.commit', { count: fresh, formatted: format.number(fresh) })}
            </Button>
          )}
        </Group>
      }
    >
      <Stepper
        active={active}
        size="sm"
        iconSize={32}
        wrap={false}
        classNames={{ step: classes.step, stepBody: classes.stepBody }}
        mb="md"
        aria-label={t('imports.steps')}
        allowNextStepsSelect={false}
      >
        {(['upload', 'mapping', 'check', 'commit'] as const).map((name) => (
          <Stepper.Step key={name} label={t(`imports.step.${name}`)} />
        ))}
      </Stepper>
      {running.includes(state) && (
        <div role="status">
          <Text size="sm" mb={4}>
            {t(`words.importState.${state}`)} · {format.percent(one.progress)}
          </Text>
          <Progress value={one.progress * 100} aria-label={t('imports.progress')} mb="md" size="lg" />
        </div>
      )}
      {state === 'failed' && (
        <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('imports.failed')} mb="md">
          {one.errorDetail ?? one.errorCode}
        </Alert>
      )}
      {state === 'checked' && fresh === 0 && (
        <Alert color="gray" mb="md">
          {t('imports.nothingToDo')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 2, sm: 5 }} mb="md">
        {(['rows', 'created', 'joined', 'unchanged', 'rejected'] as const).map((name) => (
          <Panel key={name}>
            <Text size="xl" fw={650} ff="monospace">
              {format.number(counts[name])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`imports.counts.${name}`)}
            </Text>
          </Panel>
        ))}
      </SimpleGrid>
      {['done', 'undone', 'canceled'].includes(state) && (
        <Text mb="md">
          {t('imports.made', {
            candidates: format.number(one.made.candidates),
            organizations: format.number(one.made.organizations),
            affiliations: format.number(one.made.affiliations),
            publications: format.number(one.made.publications),
          })}{' '}
          {one.keptEdited > 0 && t('imports.kept', { count: one.keptEdited })}
        </Text>
      )}
      {may('map') && one.inspection && <MappingForm key={one.version} one={one} />}
      <ImportRows id={id} state={state} />
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={t('imports.undoTitle')}
          closeButtonProps={{ 'aria-label': t('ui.close') }}
        >
          <Text>{t('imports.undoHint')}</Text>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('ui.cancel')}
            </Button>
            <Button
              color="red"
              data-autofocus
              onClick={() => {
                setAsking(false);
                run('undo');
              }}
            >
              {t('imports.undo')}
            </Button>
          </Group>
        </Modal>
      )}
    </Page>
  );
}
