import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { later } from '../../ui/later.js';

const UniverseDialog = later(async () => (await import('./universe-dialog.js')).UniverseDialog);

/** How many people in the targets of a search are off-limits for it; opens who they are. Nothing without people there. */
export function BlockedUniverse({ searchId }: { searchId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data } = $api.useQuery(
    'get',
    '/api/v1/searches/{id}/blocked-universe',
    { params: { path: { id: searchId }, query: { limit: 1 } } },
    { enabled: may('off-limits.read'), staleTime: 60_000 },
  );
  if (!data || data.total === 0) return null;
  const figures = { blocked: format.number(data.blocked), total: format.number(data.total) };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconLock size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('offLimits.universe.figure', figures)}
      </Button>
      <Suspense>{open && <UniverseDialog searchId={searchId} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
