import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Reactions } from '../jobs/reactions.js';

/** Forgets, each hour, first answers that are older than the day for which a repeat gets them. */
@Injectable()
export class IdempotencySweep implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.reactions.every('23 * * * *', 'idempotency.sweep', async () => {
      await this.db.write(
        'idempotency',
        'idempotency_sweep',
        "delete from idempotency where created_at < now() - interval '24 hours'",
      );
    });
  }
}
