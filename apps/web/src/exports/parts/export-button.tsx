import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.js';
import { later } from '../../ui/later.js';
import type { ExportDialogProps } from './export-dialog.js';

const ExportDialog = later(async () => (await import('./export-dialog.js')).ExportDialog);

/** Offers the view as a file to those who may; the dialog's code comes when it is opened. */
export function ExportButton(props: Omit<ExportDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('export.run')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('exports.button')}
      </Button>
      <Suspense>{open && <ExportDialog {...props} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
