import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotStages } from '@domain/agencies/pipeline.rules.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import type { CreatePipeline, PatchPipeline, StageValues } from './setting.dto.js';
import { Pipeline, PipelineStage } from './setting.entity.js';
import type { PipelineView } from './setting.view.js';
import { SettingsQueries } from './settings.queries.js';

/** Pipelines are patterns: a search copies the stages of one when it opens, so that a change here moves nobody. */
@Injectable()
export class PipelinesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly queries: SettingsQueries,
  ) {}

  async create(actor: Actor, values: CreatePipeline): Promise<PipelineView> {
    must(actor, 'settings.edit');
    refuseIf(whyNotStages(values.stages));
    const pipeline = await this.db.insert(Pipeline, { name: values.name });
    await this.insertStages(pipeline.id, values.stages, new Set());
    await this.events.record('pipeline.added', { about: pipeline });
    return this.queries.pipeline(actor, pipeline.id);
  }

  async patch(actor: Actor, id: string, { name, stages }: PatchPipeline): Promise<PipelineView> {
    const pipeline = await this.pipeline(actor, id);
    if (pipeline.archivedAt !== null) throw new Refusal('setting.archived');
    if (stages) refuseIf(whyNotStages(stages));
    await this.db.change(pipeline, { name: name ?? pipeline.name });
    if (stages) {
      const former = await this.db.all(PipelineStage, { pipelineId: id });
      await this.db.remove(PipelineStage, { pipelineId: id });
      await this.insertStages(id, stages, new Set(former.map((stage) => stage.id)));
    }
    const fields = [...(name === undefined ? [] : ['name']), ...(stages ? ['stages'] : [])];
    await this.events.record('pipeline.changed', { about: pipeline, data: { fields } });
    return this.queries.pipeline(actor, id);
  }

  async archive(actor: Actor, id: string, archived: boolean): Promise<PipelineView> {
    const pipeline = await this.pipeline(actor, id);
    if ((pipeline.archivedAt !== null) === archived) throw new Refusal('setting.state');
    if (archived && pipeline.isDefault) throw new Refusal('pipeline.default');
    await this.db.change(pipeline, { archivedAt: archived ? this.clock.now().toISOString() : null });
    await this.events.record(archived ? 'pipeline.archived' : 'pipeline.restored', { about: pipeline });
    return this.queries.pipeline(actor, id);
  }

  /** New searches take this one from now on. */
  async makeDefault(actor: Actor, id: string): Promise<PipelineView> {
    const pipeline = await this.pipeline(actor, id);
    if (pipeline.archivedAt !== null) throw new Refusal('setting.archived');
    if (pipeline.isDefault) throw new Refusal('setting.state');
    const former = await this.db.find(Pipeline, { isDefault: true });
    if (former) await this.db.change(former, { isDefault: false });
    await this.db.change(pipeline, { isDefault: true });
    await this.events.record('pipeline.made-default', { about: pipeline });
    return this.queries.pipeline(actor, id);
  }

  private async pipeline(actor: Actor, id: string): Promise<Pipeline> {
    const pipeline = await this.db.get(Pipeline, id);
    must(actor, 'settings.edit', pipeline);
    return pipeline;
  }

  /** In the given order; a stage whose id stood there before keeps it. */
  private async insertStages(pipelineId: string, stages: readonly StageValues[], known: Set<string>): Promise<void> {
    const unknown = stages.findIndex(({ id }) => id !== undefined && !known.delete(id));
    if (unknown >= 0) {
      const errors = [{ pointer: `/stages/${unknown}/id`, message: 'is no stage of this pipeline' }];
      throw new Refusal('reference.unknown', undefined, { errors });
    }
    await this.db.insertAll(
      PipelineStage,
      stages.map(({ id, name, group }, position) => ({ id, pipelineId, name, stageGroup: group, position })),
    );
  }
}
