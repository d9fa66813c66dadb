import { Suspense } from 'react';
import { later } from '../ui/later.js';

const NoteVersions = later(async () => (await import('./note-versions.js')).NoteVersions);

/** What a note said before, in a dialog. Its code comes with the first. */
export function NoteHistory(props: { id: string; onClose: () => void }) {
  return (
    <Suspense>
      <NoteVersions {...props} />
    </Suspense>
  );
}
