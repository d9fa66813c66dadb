import type { Permission } from '@domain/access/permissions.js';

export class ApiKeyRow {
  id: string;
  name: string;
  /** How the key begins. */
  prefix: string;
  permissions: Permission[];
  memberId: string;
  memberName: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  version: number;
}

export class ApiKeyView extends ApiKeyRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}

export class MadeApiKeyView extends ApiKeyView {
  /** For `Authorization: Bearer`; told this once. */
  key: string;
}
