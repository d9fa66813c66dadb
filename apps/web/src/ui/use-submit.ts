import type { UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { actionKey } from '../app/api.js';
import { fieldOf, type Problem, toProblem } from '../app/problem.js';
import { announce } from './announcer.js';
import { explain } from './explain.js';

type Submit<Values> = {
  /** Handler of the form element. */
  onSubmit: (event?: React.FormEvent<HTMLFormElement>) => void;
  busy: boolean;
  /** What was refused beyond single fields. */
  problem: Problem | undefined;
  /** Sends these values without checking the form. */
  send: (values: Values) => Promise<void>;
};

/**
 * Sends a form. A refusal that names fields marks them and moves the focus to the first; any other is the form's own.
 * A repeat after a lost connection carries the same key, so nothing is done twice.
 */
export function useSubmit<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  run: (values: Values, key: string) => Promise<void>,
): Submit<Values> {
  const key = useRef(actionKey());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const focusFirst = (paths: string[]) => {
    const node = paths.map((path) => form.getInputNode(path)).find((found) => found instanceof HTMLElement);
    node?.focus();
  };

  const send = async (values: Values) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await run(values, key.current);
      key.current = actionKey();
    } catch (thrown) {
      const failed = toProblem(thrown);
      if (failed.status > 0) key.current = actionKey();
      const faults = failed.errors.map(({ pointer, message }) => [fieldOf(pointer), message] as const);
      const known = faults.filter(([path]) => form.getInputNode(path) !== null);
      form.setErrors(Object.fromEntries(known));
      if (known.length === faults.length && known.length > 0) focusFirst(known.map(([path]) => path));
      else {
        setProblem(failed);
        announce(explain(failed).title);
      }
    } finally {
      setBusy(false);
    }
  };

  const onSubmit = form.onSubmit(
    (values) => void send(values),
    (errors) => focusFirst(Object.keys(errors)),
  );
  return { onSubmit, busy, problem, send };
}
