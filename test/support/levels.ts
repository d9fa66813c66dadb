import type { LadderView } from '../../apps/api/src/agencies/ladder.view.js';
import type { LevelMatches, OrganizationLevels } from '../../apps/api/src/organizations/level.view.js';
import type { Agency, Member } from './agency.js';
import type { Answer } from './client.js';
import type { World } from './world.js';

type Values = Record<string, unknown>;

export const ladderUrl = '/api/v1/ladder';
export const levelsUrl = (id: string): string => `/api/v1/organizations/${id}/levels`;
/** The steps of the ladder of a test, from the lowest. */
export const stepNames = ['Junior', 'Mid', 'Senior', 'Staff', 'Principal'];

/** An agency with a ladder of five steps, and what its owner does with levels. */
export async function begin(world: World): Promise<Ground> {
  const agency = await world.agency();
  const owner = await agency.as('owner');
  const steps = stepNames.map((name) => ({ name }));
  const { body } = await owner.put<LadderView>(ladderUrl, { steps });
  return new Ground(agency, owner, new Map(body.steps.map(({ id, name }) => [name, id])));
}

export class Ground {
  constructor(
    readonly agency: Agency,
    readonly owner: Member,
    readonly steps: ReadonlyMap<string, string>,
  ) {}

  step(name: string): string {
    return this.steps.get(name) ?? '';
  }

  /** A level as it is sent: its code, from one step to another. */
  level(code: string, from: string, to?: string): Values {
    return { code, fromStepId: this.step(from), ...(to !== undefined && { toStepId: this.step(to) }) };
  }

  put<T = OrganizationLevels>(
    id: string,
    levels: readonly Values[],
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.owner.put<T>(levelsUrl(id), { levels }, { headers });
  }

  async organization(name: string, levels: readonly Values[], values: Values = {}): Promise<string> {
    const { id } = await this.agency.organization({ name, ...values });
    if (levels.length > 0) await this.put(id, levels);
    return id;
  }

  async at(id: string): Promise<OrganizationLevels> {
    return (await this.owner.get<OrganizationLevels>(levelsUrl(id))).body;
  }

  async matches(id: string, level?: string): Promise<LevelMatches> {
    const question = level === undefined ? '' : `?level=${encodeURIComponent(level)}`;
    return (await this.owner.get<LevelMatches>(`${levelsUrl(id)}/matches${question}`)).body;
  }
}
