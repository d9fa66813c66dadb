import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announcer.js';
import {
  arranged,
  type Arrangement,
  besides,
  chosenAs,
  type Column,
  laidOut,
  placedAt,
  visibility,
  withWidth,
} from './columns.js';

type Props = {
  columns: readonly Column<never>[];
  shown: readonly string[] | undefined;
  widths: readonly string[] | undefined;
  onChange: (next: Partial<Arrangement>) => void;
};

const widthStep = 24;

/** Chooses which columns of a table are shown, in which order, and how wide each is: all that the mouse does at their heads. */
export function ColumnMenu({ columns, shown, widths, onChange }: Props) {
  const { t } = useTranslation();
  const rows = useRef<HTMLDivElement>(null);
  const visible = visibility(columns, shown);
  const laid = laidOut(columns, shown, widths);
  const choose = (id: string, on: boolean) =>
    onChange({
      columns: chosenAs(
        columns,
        arranged(columns, shown).flatMap((column) => ((column.id === id ? on : visible[column.id]) ? [column.id] : [])),
      ),
    });
  const move = (id: string, header: string, step: 1 | -1) => {
    const beside = besides(columns, shown, id, step);
    if (beside === undefined) return;
    const next = placedAt(columns, shown, id, beside, step === 1 ? 'after' : 'before');
    onChange({ columns: next });
    const order = arranged(columns, next).filter((column) => visibility(columns, next)[column.id]);
    const position = order.findIndex((column) => column.id === id) + 1;
    announce(t('ui.table.movedColumn', { column: header, position, count: order.length }));
    // A row that changes its place loses the focus.
    requestAnimationFrame(() => {
      const [wanted, other] = step === 1 ? ['right', 'left'] : ['left', 'right'];
      const button = (side: string | undefined) =>
        rows.current?.querySelector<HTMLButtonElement>(`[data-move="${CSS.escape(id)}-${side}"]:not(:disabled)`);
      (button(wanted) ?? button(other))?.focus();
    });
  };
  const resize = (id: string, header: string, px: number) => {
    onChange({ widths: withWidth(columns, widths, id, px) });
    announce(t('ui.table.resizedColumn', { column: header }));
  };
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('ui.table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ui.table.columns')}>
        <Stack gap={4} ref={rows}>
          {laid.map(({ id, header, fixed, width }) => {
            const side = (name: 'left' | 'right', step: 1 | -1) => ({
              variant: 'subtle',
              color: 'gray',
              bg: 'transparent',
              'data-move': `${id}-${name}`,
              'aria-label': t(`ui.table.${name}`, { column: header }),
              title: t(`ui.table.${name}`, { column: header }),
              disabled: besides(columns, shown, id, step) === undefined,
              onClick: () => move(id, header, step),
            });
            const size = (name: 'narrower' | 'wider', by: number) => ({
              variant: 'subtle',
              color: 'gray',
              bg: 'transparent',
              'aria-label': t(`ui.table.${name}`, { column: header }),
              title: t(`ui.table.${name}`, { column: header }),
              disabled: !visible[id],
              onClick: () => resize(id, header, width + by),
            });
            return (
              <Group key={id} justify="space-between" wrap="nowrap" gap="lg">
                <Checkbox
                  label={header}
                  disabled={fixed === true}
                  checked={visible[id] === true}
                  onChange={(event) => choose(id, event.currentTarget.checked)}
                />
                <Group gap={0} wrap="nowrap">
                  <ActionIcon {...side('left', -1)}>
                    <IconArrowLeft size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon {...side('right', 1)}>
                    <IconArrowRight size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon {...size('narrower', -widthStep)}>
                    <IconMinus size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon {...size('wider', widthStep)}>
                    <IconPlus size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
            );
          })}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange({ columns: undefined, widths: undefined })}
            disabled={!shown && !widths}
          >
            {t('ui.table.resetColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
