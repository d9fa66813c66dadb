import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bulkDays } from '@domain/bulk/bulk-change.js';
import { Db } from '@platform/db/db.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { BulkChangeJob } from './bulk-change.job.js';

/** The long work that a change of many begins, and the end of what undo needs. */
@Injectable()
export class BulkChangesReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly db: Db,
    private readonly job: BulkChangeJob,
  ) {}

  onModuleInit(): void {
    this.reactions.start('bulk-change.asked', 'bulk.change', (event, signal) => this.job.run(event, signal));
    this.reactions.start('bulk-change.undo-asked', 'bulk.undo', (event, signal) => this.job.undo(event, signal));
    this.reactions.every('23 3 * * *', 'bulk.sweep', () => this.sweep());
  }

  private async sweep(): Promise<void> {
    await this.db.write(
      'bulk_change',
      'bulk_sweep',
      `delete from bulk_change where created_at < now() - interval '${bulkDays} days' and state not in ('queued', 'running', 'undoing')`,
    );
  }
}
