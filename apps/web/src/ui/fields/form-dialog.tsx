import { Suspense } from 'react';
import { later } from '../later.js';
import type { FormDialogProps } from './form-dialog-content.js';

const Content = later(async () => (await import('./form-dialog-content.js')).FormDialogContent);

/** A dialog that asks for some values and sends them once; what is refused is shown at its field. Its code comes with the first. */
export function FormDialog(props: FormDialogProps) {
  return (
    <Suspense>
      <Content {...props} />
    </Suspense>
  );
}
