import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypePdf, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useMay } from '../app/session.js';
import { ActionItems } from '../ui/action-items.js';

type Props = { candidacyId: string; question: Schemas['AssumeComparison'] };

/** Offers the comparison on screen, with what is assumed, as a file in the language on screen. */
export function ExportMenu({ candidacyId, question }: Props) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const ask = useChange<'xlsx' | 'pdf', unknown>({
    send: (format, key) =>
      api.POST('/api/v1/exports', {
        body: {
          report: 'comparison',
          format,
          filters: { candidacyId, ...question } as unknown as Record<string, never>,
          locale: i18n.language as 'en',
        },
        headers: { 'Idempotency-Key': key },
      }),
    stale: ['/exports'],
    said: () => ({ title: t('exports.begun'), message: t('exports.begunHint') }),
  });
  if (!may('export.run')) return null;
  const actions = [
    { id: 'xlsx', label: t('comparison.export.xlsx'), icon: <IconTable size={16} aria-hidden /> },
    { id: 'pdf', label: t('comparison.export.pdf'), icon: <IconFileTypePdf size={16} aria-hidden /> },
  ] as const;
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('exports.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ActionItems actions={actions.map((one) => ({ ...one, run: () => void ask(one.id).catch(() => {}) }))} />
      </Menu.Dropdown>
    </Menu>
  );
}
