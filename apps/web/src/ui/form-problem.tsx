import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../app/problem.js';
import { explain } from './explain.js';

/** What was refused about a form as a whole; nothing where nothing was. */
export function FormProblem({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  const { title, detail } = explain(problem);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={title} role="alert">
      {detail}
      {problem.errors.length > 0 && (
        <List size="sm">
          {problem.errors.map(({ pointer, message }) => (
            <List.Item key={pointer + message}>
              {pointer.replace(/^\//, '')}: {message}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
