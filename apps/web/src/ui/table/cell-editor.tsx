import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../app/problem.js';
import { announce } from '../announcer.js';
import { explain } from '../explain.js';
import { type FieldValue, sendable } from '../fields/field.js';
import { FieldInput } from '../fields/field-input.js';
import { notify } from '../notices.js';
import type { CellEdit } from './columns.js';
import classes from './data-table.module.css';

/** Where the editing goes on: at the next or the previous cell, or back at the row. */
export type EditStep = 'next' | 'previous' | 'row';

type Props<Row> = { id: string; row: Row; edit: CellEdit<Row>; onDone: (step: EditStep) => void; onAgain: () => void };

/** What was typed and refused, so that the cell opens with it again. */
const refused = new Map<string, { value: FieldValue; message: string }>();

/** The editor in a cell: Enter saves, Escape takes back, Tab saves and goes on to the next cell. */
export function CellEditor<Row>({ id, row, edit, onDone, onAgain }: Props<Row>) {
  const { t } = useTranslation();
  const { field } = edit;
  const place = `${id}/${field.name}`;
  const box = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  const [former] = useState(() => edit.value(row));
  const [again] = useState(() => {
    const kept = refused.get(place);
    refused.delete(place);
    return kept;
  });
  const [draft, setDraft] = useState<FieldValue>(again ? again.value : former);

  const leave = (step: EditStep) => {
    done.current = true;
    onDone(step);
  };
  const save = (value: FieldValue, step: EditStep) => {
    if (done.current) return;
    leave(step);
    const next = sendable([field], { [field.name]: value }, true)[field.name] ?? null;
    if (JSON.stringify(next) === JSON.stringify(former ?? null)) return;
    edit.save(row, next).then(
      () => announce(t('ui.saved')),
      (thrown: unknown) => {
        const problem = toProblem(thrown);
        const { title, detail } = explain(problem);
        const message = problem.errors[0]?.message ?? detail ?? title;
        if (problem.status === 412) {
          notify({ tone: 'danger', title: t('ui.conflict.changed'), message: t('ui.conflict.changedHint') });
          return;
        }
        refused.set(place, { value, message });
        announce(t('ui.error', { message }));
        onAgain();
      },
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Partial<Record<string, EditStep>> = { Enter: 'row', Tab: event.shiftKey ? 'previous' : 'next' };
    const step = steps[event.key];
    event.stopPropagation();
    if (event.key === 'Escape') leave('row');
    else if (step && !(event.key === 'Enter' && event.defaultPrevented)) {
      event.preventDefault();
      save(draft, step);
    }
  };
  const onBlur = ({ relatedTarget }: React.FocusEvent) => {
    const inside =
      relatedTarget instanceof HTMLElement &&
      (box.current?.contains(relatedTarget) || relatedTarget.closest('[data-portal]'));
    if (relatedTarget && !inside) save(draft, 'row');
  };
  const chosen = ['choice', 'record'].includes(field.kind);
  return (
    <div
      ref={box}
      className={classes.editor}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Suspense>
        <FieldInput
          bare
          field={field}
          value={draft}
          error={again?.message}
          onChange={setDraft}
          onCommit={chosen ? (value) => save(value, 'row') : undefined}
        />
        <FocusFirst within={box} />
      </Suspense>
    </div>
  );
}

function FocusFirst({ within }: { within: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const input = within.current?.querySelector<HTMLInputElement>('input:not([type=hidden])');
    input?.focus();
    input?.select();
  }, [within]);
  return null;
}
