import type { IconInbox } from '@tabler/icons-react';
import { Message } from './error-state.js';

type Props = {
  icon: typeof IconInbox;
  title: string;
  hint?: string;
  action?: { label: string; run: () => void } | undefined;
};

/** An empty place: what would stand here, and the one action that puts something there. */
export function EmptyState({ icon, title, hint, action }: Props) {
  return <Message icon={icon} title={title} hint={hint} action={action} />;
}
