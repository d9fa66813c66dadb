import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import type { Field } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { RecordSelect } from '../ui/fields/record-select.js';
import type { PickerProps } from '../ui/filters/filters.js';
import { notify } from '../ui/notices.js';
import { type ChartNode, nameOf, type useChartChanges } from './use-chart.js';

export type ChartDialog =
  { kind: 'add'; node: ChartNode | undefined } | { kind: 'edit' | 'move' | 'hold'; node: ChartNode };

type Props = {
  dialog: ChartDialog;
  nodes: readonly ChartNode[];
  organizationId: string;
  changes: ReturnType<typeof useChartChanges>;
  /** Under whom the box may stand. */
  under: (node: ChartNode) => readonly ChartNode[];
  onMove: (node: ChartNode, to: ChartNode | undefined) => void;
  onClose: () => void;
};

const shownAtOnce = 30;

/** A picker among boxes of the chart. */
function useBoxPicker(nodes: readonly ChartNode[]): React.ComponentType<PickerProps> {
  return useMemo(() => (props) => <BoxPicker {...props} nodes={nodes} />, [nodes]);
}

function BoxPicker({ nodes, ...props }: PickerProps & { nodes: readonly ChartNode[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const options = nodes.map((node) => ({
    value: node.id,
    label: [
      nameOf(node),
      node.nativeName === node.name ? undefined : node.nativeName,
      node.kind === 'position' ? t('organizations.chart.unknown') : node.title,
      node.team,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const wanted = typed.toLowerCase();
  const found = options.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, shownAtOnce);
  const chosen = options.find(({ value }) => value === props.value);
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  return <RecordSelect {...props} options={shown} loading={false} onType={setTyped} />;
}

/** Asks what a change of the chart needs: under whom, who holds a place, or what the place is. */
export function ChartDialogs({ dialog, nodes, organizationId, changes, under, onMove, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { kind, node } = dialog;
  const choices = useMemo(() => {
    if (kind === 'move') return under(node);
    return kind === 'hold' ? nodes.filter((one) => one.kind === 'person' && one.position === null) : nodes;
  }, [kind, node, nodes, under]);
  const Picker = useBoxPicker(choices);
  const label = (name: 'title' | 'level' | 'team' | 'note' | 'manager' | 'holder') =>
    t(`organizations.chart.field.${name}`);
  const manager: Field = { name: 'manager', label: label('manager'), kind: 'record', Picker };
  const about: Field[] = [
    { name: 'title', label: label('title'), kind: 'text', required: true },
    { name: 'level', label: label('level'), kind: 'text' },
    { name: 'team', label: label('team'), kind: 'text' },
    { name: 'note', label: label('note'), kind: 'multiline' },
  ];
  const boxOf = (id: unknown) => nodes.find((one) => one.id === id);

  if (kind === 'move') {
    return (
      <FormDialog
        title={t('organizations.chart.moveTitle', { name: nameOf(node) })}
        submit={t('organizations.chart.move')}
        initial={{ manager: node.managerId }}
        fields={[manager]}
        onClose={onClose}
        onSubmit={(values) => {
          onMove(node, boxOf(values['manager']));
          return Promise.resolve();
        }}
      />
    );
  }
  if (kind === 'hold') {
    return (
      <FormDialog
        title={t('organizations.chart.holdTitle', { title: nameOf(node) })}
        submit={t('ui.save')}
        fields={[{ name: 'holder', label: label('holder'), kind: 'record', Picker, required: true }]}
        onClose={onClose}
        onSubmit={async (values) => {
          const holder = boxOf(values['holder']);
          if (node.position && holder) {
            await changes.hold({ position: node.position, title: node.position.title, holder });
          }
        }}
      />
    );
  }
  if (kind === 'edit') {
    return (
      <FormDialog
        clears
        title={t('organizations.chart.editTitle', { title: nameOf(node) })}
        submit={t('ui.save')}
        initial={{ title: node.title, level: node.level, team: node.team, note: node.position?.note ?? null }}
        fields={about}
        onClose={onClose}
        onSubmit={async (values, key) => {
          if (node.position) await changes.patchPosition(node.position, values as Schemas['PatchChartPosition'], key);
          await refresh(client, ['/chart']);
        }}
      />
    );
  }
  return (
    <FormDialog
      title={t('organizations.chart.add')}
      submit={t('ui.add')}
      initial={{ manager: node?.id ?? null, team: node?.team ?? null }}
      fields={[...about.slice(0, 3), manager, ...about.slice(3)]}
      onClose={onClose}
      onSubmit={async ({ manager: managerBox, ...values }, key) => {
        const box = boxOf(managerBox);
        const body = {
          ...(values as Schemas['AddChartPosition']),
          managerId: box?.kind === 'person' ? box.id : null,
          managerPositionId: box?.kind === 'position' ? box.id : null,
        };
        const made = await changes.add(body, key);
        await refresh(client, ['/chart', `/organizations/${organizationId}`]);
        if (made) notify({ title: t('organizations.chart.added', { title: made.title }) });
      }}
    />
  );
}
