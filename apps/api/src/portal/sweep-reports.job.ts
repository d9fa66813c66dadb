import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@platform/clock/clock.js';
import type { StoredFile } from '@platform/files/file-store.js';
import { Files } from '@platform/files/files.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { reportsOf } from './submissions.service.js';
import { SubmissionsQueries } from './submissions.queries.js';

const hour = 3_600_000;

/** Each hour: forgets reports that have no row because a process was killed before it was written. */
@Injectable()
export class SweepReportsJob implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly reactions: Reactions,
    private readonly queries: SubmissionsQueries,
  ) {}

  onModuleInit(): void {
    this.reactions.every('47 * * * *', 'portal.sweep-reports', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    const old: StoredFile[] = [];
    const now = this.clock.now().getTime();
    for await (const file of this.files.kept(reportsOf(agencyId))) {
      if (now - file.storedAt.getTime() > hour) old.push(file);
    }
    const idOf = ({ key }: StoredFile): string => key.slice(key.lastIndexOf('/') + 1);
    const known = await this.queries.known(old.map(idOf));
    for (const file of old) if (!known.has(idOf(file))) await this.files.discard(file.key);
  }
}
