import { Menu } from '@mantine/core';

/** Something that can be done, as an item of a menu. */
export type Action = {
  id: string;
  label: string;
  icon?: React.ReactNode;
  danger?: boolean;
  disabled?: boolean;
  run: () => void;
};

/** The color of what removes or ends something: readable in both schemes. */
export const dangerColor = 'var(--ll-danger)';

/** The actions as items of a menu; a menu that opens by key begins at the first that can be done. */
export function ActionItems({ actions }: { actions: readonly Action[] }) {
  const first = actions.find(({ disabled }) => !disabled);
  return actions.map(({ id, label, icon, danger, disabled, run }) => (
    <Menu.Item
      key={id}
      leftSection={icon}
      color={danger ? dangerColor : undefined}
      disabled={disabled ?? false}
      data-autofocus={id === first?.id || undefined}
      onClick={run}
    >
      {label}
    </Menu.Item>
  ));
}
