import { Injectable, type OnModuleInit } from '@nestjs/common';
import { daysKept } from '@domain/documents/document.js';
import { Db } from '@platform/db/db.js';
import { unit } from '@platform/db/unit.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import type { StoredFile } from '@platform/files/file-store.js';
import { Clock } from '@platform/clock/clock.js';
import { Reactions } from '@platform/jobs/reactions.js';
import { DocumentsQueries } from './documents.queries.js';
import { folderOf, incomingOf } from './documents.service.js';

const hour = 3_600_000;

type Removed = { id: string; candidateId: string; kind: string };

/** Each hour: forgets documents that were removed long ago, and files that have no row because a process was killed. */
@Injectable()
export class SweepJob implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: Files,
    private readonly reactions: Reactions,
    private readonly queries: DocumentsQueries,
  ) {}

  onModuleInit(): void {
    this.reactions.every('41 * * * *', 'documents.sweep', (agencyId) => this.run(agencyId));
  }

  async run(agencyId: string): Promise<void> {
    const removed = await this.db.write<Removed>(
      'document',
      'documents_sweep',
      `delete from document where archived_at < $1 returning id, candidate_id as "candidateId", kind`,
      [new Date(this.clock.now().getTime() - daysKept * 24 * hour).toISOString()],
    );
    for (const { id, candidateId, kind } of removed) {
      await this.events.record('document.erased', { about: { id, candidateId }, data: { kind } });
      unit().afterCommit.push(() => this.files.discard(`${folderOf(agencyId)}/${id}`));
    }
    for await (const { key, storedAt } of this.files.waiting(incomingOf(agencyId))) {
      if (this.isOld(storedAt)) await this.files.remove(key);
    }
    await this.sweepOrphans(agencyId);
  }

  private async sweepOrphans(agencyId: string): Promise<void> {
    const old: StoredFile[] = [];
    for await (const file of this.files.kept(folderOf(agencyId))) if (this.isOld(file.storedAt)) old.push(file);
    const idOf = ({ key }: StoredFile): string => key.slice(key.lastIndexOf('/') + 1);
    const known = await this.queries.known(old.map(idOf));
    for (const file of old) if (!known.has(idOf(file))) await this.files.discard(file.key);
  }

  /** Older than any upload that is still underway. */
  private isOld(storedAt: Date): boolean {
    return this.clock.now().getTime() - storedAt.getTime() > hour;
  }
}
