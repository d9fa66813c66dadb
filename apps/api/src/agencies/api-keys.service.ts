import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { may, must, type Actor } from '@domain/access/policy.js';
import { whyNotKey } from '@domain/agencies/api-key.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { keyHash } from '@platform/access/credentials.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { ApiKey } from './agency.entity.js';
import type { CreateApiKey } from './api-key.dto.js';
import { apiKeyList } from './api-key.fields.js';
import type { ApiKeyRow, ApiKeyView, MadeApiKeyView } from './api-key.view.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(apiKeyList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ApiKeyView> {
    const key = await this.lists.detail<ApiKeyRow>(apiKeyList, actor, id);
    return { ...key, abilities: may(actor, 'api-key.manage') && key.revokedAt === null ? ['revoke'] : [] };
  }

  /** Makes a key for the actor; only its hash is kept. */
  async create(actor: Actor, values: CreateApiKey): Promise<MadeApiKeyView> {
    must(actor, 'api-key.manage');
    refuseIf(whyNotKey(actor, values.permissions, values.expiresAt, this.clock.now()));
    const key = `ll_${randomBytes(32).toString('base64url')}`;
    const made = await this.db.insert(ApiKey, {
      ...values,
      prefix: key.slice(0, 8),
      keyHash: keyHash(key),
      memberId: actor.memberId ?? undefined,
    });
    await this.events.record('api-key.made', { about: made, data: { permissions: made.permissions } });
    return { ...(await this.view(actor, made.id)), key };
  }

  /** Stops a key at once; stopping it again changes nothing. */
  async revoke(actor: Actor, id: string): Promise<void> {
    const key = await this.db.get(ApiKey, id);
    must(actor, 'api-key.manage', key);
    if (key.revokedAt !== null) return;
    await this.db.change(key, { revokedAt: this.clock.now().toISOString() });
    await this.events.record('api-key.revoked', { about: key });
  }
}
