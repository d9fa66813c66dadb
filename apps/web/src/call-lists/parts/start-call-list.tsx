import { Button, Menu } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../app/api.js';
import { tell } from '../../app/change.js';
import { useMay } from '../../app/session.js';
import { useShortcut } from '../../app/use-shortcuts.js';

type Source = Schemas['CallListFrom'];
type Props = { source: Source; label?: string; variant?: string };

function useStart() {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const start = async (source: Source) => {
    setBusy(true);
    try {
      const { data } = await api.POST('/api/v1/call-lists', { body: { source } });
      if (data) await navigate({ to: '/call-lists/$id', params: { id: data.id } });
    } catch (thrown) {
      tell(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { busy, start: (source: Source) => void start(source) };
}

/** Makes a call list of the people of a view or of what is due, and opens it. */
export function StartCallList({ source, label, variant = 'default' }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { busy, start } = useStart();
  const allowed = may('contact-log.write');
  useShortcut('callList', () => start(source), allowed && !busy);
  if (!allowed) return null;
  return (
    <Button
      variant={variant}
      loading={busy}
      aria-keyshortcuts="p"
      leftSection={<IconPhone size={16} aria-hidden />}
      onClick={() => start(source)}
    >
      {label ?? t('callLists.start')}
    </Button>
  );
}

type StagesProps = { searchId: string; stages: readonly { id: string; name: string }[] };

/** Makes a call list of one stage of a board, and opens it. */
export function StartStageCallList({ searchId, stages }: StagesProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, setOpened] = useState(false);
  const { busy, start } = useStart();
  const allowed = may('contact-log.write') && stages.length > 0;
  useShortcut('callList', () => setOpened(true), allowed);
  if (!allowed) return null;
  return (
    <Menu opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          variant="default"
          loading={busy}
          aria-keyshortcuts="p"
          leftSection={<IconPhone size={16} aria-hidden />}
        >
          {t('callLists.start')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {stages.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => start({ kind: 'stage', searchId, stageId: id })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
