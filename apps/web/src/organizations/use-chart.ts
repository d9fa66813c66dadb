import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';

export type ChartNode = Schemas['ChartNode'];
type Chart = Schemas['OrgChart'];
type Position = Schemas['ChartPositionView'];
type Above = Pick<Schemas['PutManager'], 'managerId' | 'managerPositionId'>;
type Move = { node: ChartNode; to: ChartNode | undefined; from: ChartNode | undefined };

export const chartPath = '/api/v1/organizations/{id}/chart';
const stale = ['/chart', '/candidates', '/timeline'];

const aboveOf = (box: ChartNode | undefined): Above => ({
  managerId: box?.kind === 'person' ? box.id : null,
  managerPositionId: box?.kind === 'position' ? box.id : null,
});

function patchCharts(client: QueryClient, id: string, next: (nodes: readonly ChartNode[]) => ChartNode[]): void {
  const mine = {
    predicate: ({ queryKey: [, path, init] }: { queryKey: readonly unknown[] }) =>
      path === chartPath && (init as { params?: { path?: { id?: string } } } | undefined)?.params?.path?.id === id,
  };
  void client.cancelQueries(mine);
  client.setQueriesData<Chart>(mine, (chart) => chart && { ...chart, nodes: next(chart.nodes) });
}

const under = (id: string, managerId: string | null) => (nodes: readonly ChartNode[]) =>
  nodes.map((node) => (node.id === id ? { ...node, managerId } : node));

/** What is called out by: the person's name, or the title of a place for which nobody is known. */
export function nameOf(node: ChartNode): string {
  return node.name ?? node.title ?? '';
}

/** Changes the chart of an organization: on screen at once, each change taken back alone. */
export function useChartChanges(organizationId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = { id: organizationId };

  const patchPosition = async (
    { id, version }: Pick<Position, 'id' | 'version'>,
    body: Schemas['PatchChartPosition'],
    key?: string,
  ): Promise<Position | undefined> => {
    const params = { path: { ...path, positionId: id } };
    const headers = { ...ifMatch(version), ...(key && { 'Idempotency-Key': key }) };
    return (await api.PATCH('/api/v1/organizations/{id}/chart/positions/{positionId}', { params, body, headers })).data;
  };
  const putUnder = async (node: ChartNode, above: Above, version = node.position?.version ?? 0) => {
    if (node.kind === 'position') return patchPosition({ id: node.id, version }, above);
    await api.PUT('/api/v1/organizations/{id}/chart/candidates/{candidateId}/manager', {
      params: { path: { ...path, candidateId: node.id } },
      body: above,
    });
    return undefined;
  };

  const move = useChange<Move, Position | undefined>({
    patch: ({ node, to }) => {
      patchCharts(client, organizationId, under(node.id, to?.id ?? null));
      return () => patchCharts(client, organizationId, under(node.id, node.managerId));
    },
    send: ({ node, to }) => putUnder(node, aboveOf(to)),
    stale,
    said: ({ node, to, from }, position) => ({
      title: to
        ? t('organizations.chart.moved', { name: nameOf(node), manager: nameOf(to) })
        : t('organizations.chart.freed', { name: nameOf(node) }),
      undo: async () => {
        patchCharts(client, organizationId, under(node.id, from?.id ?? null));
        await putUnder(node, aboveOf(from), position?.version);
      },
    }),
  });

  const hold = useChange<{ position: Position; title: string; holder: ChartNode | undefined }, Position | undefined>({
    send: ({ position, holder }, key) => patchPosition(position, { holderId: holder?.id ?? null }, key),
    stale,
    said: ({ position, title, holder }, changed) => ({
      title: holder
        ? t('organizations.chart.held', { name: nameOf(holder), title })
        : t('organizations.chart.vacated', { title }),
      undo: async () => {
        if (changed) await patchPosition(changed, { holderId: position.holderId });
      },
    }),
  });

  const remove = useChange<{ node: ChartNode; reports: readonly ChartNode[]; from: ChartNode | undefined }, unknown>({
    patch: ({ node }) => {
      patchCharts(client, organizationId, (nodes) =>
        nodes.flatMap((one) => {
          if (one.id === node.id) return [];
          return [one.managerId === node.id ? { ...one, managerId: node.managerId } : one];
        }),
      );
      return () => patchCharts(client, organizationId, (nodes) => [...nodes, node]);
    },
    send: ({ node }) =>
      api.DELETE('/api/v1/organizations/{id}/chart/positions/{positionId}', {
        params: { path: { ...path, positionId: node.id } },
      }),
    stale,
    said: ({ node, reports, from }) => ({
      title: t('organizations.chart.removed', { title: nameOf(node) }),
      undo: async () => {
        const made = await add({ ...bodyOf(node), ...aboveOf(from) });
        if (!made) return;
        for (const report of reports) await putUnder(report, { managerId: null, managerPositionId: made.id });
      },
    }),
  });

  const add = async (body: Schemas['AddChartPosition'], key?: string): Promise<Position | undefined> => {
    const headers = key ? { 'Idempotency-Key': key } : {};
    return (await api.POST('/api/v1/organizations/{id}/chart/positions', { params: { path }, body, headers })).data;
  };

  return { move, hold, remove, add, patchPosition };
}

function bodyOf({ title, level, team, position }: ChartNode): Schemas['AddChartPosition'] {
  return { title: title ?? '', level, team, note: position?.note ?? null };
}
