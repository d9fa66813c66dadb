import { useCallback, useRef, useState } from 'react';
import type { NoteDocument } from '@domain/notes/document.js';
import { noteVisibilities, type NoteVisibility } from '@domain/notes/note.js';
import { isDocument } from '@domain/notes/document.rules.js';
import { useMe } from '../app/session.js';

export type Draft = {
  document: NoteDocument | null;
  visibility: NoteVisibility;
  asTasks: boolean;
  /** The version of the note that was changed; none of a new note. */
  version?: number | undefined;
};

const empty: Draft = { document: null, visibility: 'agency', asTasks: false };

function read(key: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null;
    if (!kept || !isDocument(kept.document)) return empty;
    const visibility = noteVisibilities.find((one) => one === kept.visibility) ?? empty.visibility;
    const version = typeof kept.version === 'number' ? kept.version : undefined;
    return { document: kept.document, visibility, asTasks: kept.asTasks === true, version };
  } catch {
    return empty;
  }
}

const keyOf = (memberId: string, id: string): string => `longlist.note.${memberId}.${id}`;

/** Whether a change of a note was typed in this browser and not saved. */
export function useKept(): (noteId: string) => boolean {
  const { id } = useMe();
  return (noteId) => read(keyOf(id, noteId)).document !== null;
}

/** What a member has typed on a record, or in a note that they change, and not saved: kept in this browser until it is. */
export function useDraft(subjectId: string): [Draft, (change: Partial<Draft>) => void] {
  const key = keyOf(useMe().id, subjectId);
  const [draft, setDraft] = useState(() => read(key));
  const latest = useRef(draft);
  const change = useCallback(
    (values: Partial<Draft>) => {
      const next = { ...latest.current, ...values };
      latest.current = next;
      if (next.document) localStorage.setItem(key, JSON.stringify(next));
      else localStorage.removeItem(key);
      setDraft(next);
    },
    [key],
  );
  return [draft, change];
}
