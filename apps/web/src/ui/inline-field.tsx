import { Text, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../app/problem.js';
import { announce } from './announcer.js';
import { explain } from './explain.js';
import { notify } from './notices.js';
import classes from './inline-field.module.css';

/** What the editor of a field gets: the draft, and where to put the next one. */
export type EditorProps<Value> = {
  value: Value;
  onChange: (value: Value) => void;
  /** Saves this value at once; for editors that are done with one choice. */
  onCommit: (value: Value) => void;
  label: string;
  error: string | undefined;
};

type Props<Value> = {
  label: string;
  value: Value;
  /** The value in words; nothing shows a dash. */
  display: React.ReactNode;
  editor: (props: EditorProps<Value>) => React.ReactNode;
  editable: boolean;
  /** Writes the value; rejects with a problem. The caller puts it on screen at once. */
  onSave: (value: Value) => Promise<void>;
  /** Enter makes a new line instead of saving; Ctrl/Cmd+Enter saves. */
  multiline?: boolean;
};

/** A fact that is edited where it stands: press or Enter opens, Enter or leaving saves, Escape takes back. */
export function InlineField<Value>({
  label,
  value,
  display,
  editor,
  editable,
  onSave,
  multiline = false,
}: Props<Value>) {
  const { t } = useTranslation();
  const labelId = useId();
  const valueId = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<{ value: Value }>();
  const [error, setError] = useState<string>();
  const leaving = useRef(false);

  const close = () => {
    setDraft(undefined);
    setError(undefined);
    requestAnimationFrame(() => document.activeElement === document.body && opener.current?.focus());
  };
  const save = async (next: Value) => {
    if (leaving.current) return;
    if (Object.is(next, value) || JSON.stringify(next) === JSON.stringify(value)) {
      close();
      return;
    }
    leaving.current = true;
    try {
      const saving = onSave(next);
      close();
      await saving;
      announce(t('ui.saved'));
    } catch (thrown) {
      const problem = toProblem(thrown);
      const { title, detail } = explain(problem);
      const fault = problem.errors[0]?.message;
      if (problem.status === 412)
        notify({ tone: 'danger', title: t('ui.conflict.changed'), message: t('ui.conflict.changedHint') });
      else {
        setDraft({ value: next });
        setError(fault ?? detail ?? title);
        announce(t('ui.error', { message: fault ?? detail ?? title }));
      }
    } finally {
      leaving.current = false;
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !draft) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(draft.value);
    }
  };
  const onBlur = (event: React.FocusEvent) => {
    const next = event.relatedTarget;
    const inside =
      next instanceof Node && (box.current?.contains(next) || (next as HTMLElement).closest?.('[data-portal]'));
    if (draft && !inside && !error && document.hasFocus()) void save(draft.value);
  };

  return (
    <div className={classes.field} data-multiline={multiline || undefined}>
      <Text component="div" size="sm" c="dimmed" id={labelId} className={classes.label}>
        {label}
      </Text>
      {draft ? (
        <div ref={box} className={classes.editor} onKeyDown={onKeyDown} onBlur={onBlur}>
          <Suspense fallback={display}>
            {editor({
              value: draft.value,
              label,
              error,
              onChange: (next) => setDraft({ value: next }),
              onCommit: (next) => void save(next),
            })}
            <FocusFirst within={box} />
          </Suspense>
        </div>
      ) : editable ? (
        <UnstyledButton
          ref={opener}
          className={classes.value}
          aria-labelledby={`${labelId} ${valueId}`}
          title={t('ui.edit', { field: label })}
          onClick={() => setDraft({ value })}
        >
          <span id={valueId} className={classes.text}>
            {display ?? t('ui.none')}
          </span>
          <IconPencil size={14} aria-hidden className={classes.pencil} />
        </UnstyledButton>
      ) : (
        <div className={classes.value} data-fixed>
          {display ?? t('ui.none')}
        </div>
      )}
    </div>
  );
}

/** Puts the focus on the first input as soon as it is there. */
function FocusFirst({ within }: { within: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    within.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [tabindex="0"]')?.focus();
  }, [within]);
  return null;
}
