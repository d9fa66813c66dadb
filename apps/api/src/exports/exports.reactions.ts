import { Injectable, type OnModuleInit } from '@nestjs/common';
import { exportDays } from '@domain/exports/export.js';
import { Db } from '@platform/db/db.js';
import { Files } from '@platform/files/files.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { ExportJob, fileKey } from './export.job.js';

/** The work that an export begins, and the end of its file. */
@Injectable()
export class ExportsReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly db: Db,
    private readonly files: Files,
    private readonly job: ExportJob,
  ) {}

  onModuleInit(): void {
    this.reactions.start('export.asked', 'exports.write', (event, signal) => this.job.run(event, signal));
    this.reactions.every('41 * * * *', 'exports.sweep', (agencyId) => this.sweep(agencyId));
  }

  /** Removes files after their days, and what was asked with them: filters may name people. */
  private async sweep(agencyId: string): Promise<void> {
    const old = await this.db.rows<{ id: string }>(
      'exports_old',
      `select id from export where created_at < now() - interval '${exportDays} days'`,
    );
    for (const { id } of old) await this.files.remove(fileKey(agencyId, id));
    await this.db.write('export', 'exports_sweep', 'delete from export where id = any($1::uuid[])', [
      old.map(({ id }) => id),
    ]);
  }
}
