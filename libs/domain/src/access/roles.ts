import { allPermissions, type Permission } from './permissions.js';

/** Who a user is in the agency. The last two belong to a client and use the portal alone. */
export const roles = ['owner', 'admin', 'headhunter', 'researcher', 'hr', 'client_hr', 'hiring_manager'] as const;

export type Role = (typeof roles)[number];

/** Roles that carry a client organization. */
export const clientRoles: readonly Role[] = ['client_hr', 'hiring_manager'];

const reading: readonly Permission[] = [
  'me.read',
  'me.edit',
  'user.read',
  'settings.read',
  'saved-view.use',
  'organization.read',
  'contact.read',
  'candidate.read',
  'document.read',
  'off-limits.read',
  'search.read',
  'candidacy.read',
  'submission.read',
  'note.read',
  'notice.read',
  'task.read',
  'contact-log.read',
  'poaching.read',
  'event.read',
  'stream.read',
];

const researching: readonly Permission[] = [
  ...reading,
  'organization.edit',
  'contact.edit',
  'candidate.edit',
  'document.edit',
  'target.edit',
  'candidacy.add',
  'candidacy.move',
  'note.write',
  'task.write',
  'contact-log.write',
  'poaching.write',
  'import.run',
];

const headhunting: readonly Permission[] = [
  ...researching,
  'export.run',
  'package.read',
  'package.edit',
  'off-limits.edit',
  'search.edit',
  'search.read-fee',
  'search.edit-fee',
  'submission.make',
  'offer.read',
  'offer.edit',
  'offer.decide',
  'exchange-rate.read',
  'exchange-rate.edit',
  'placement.read',
  'placement.edit',
];

/** The one role file: role → what it may do. Rows are narrowed further in `policy.ts`. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(allPermissions),
  admin: new Set(allPermissions),
  headhunter: new Set(headhunting),
  researcher: new Set(researching),
  hr: new Set([
    ...reading,
    'package.read',
    'search.read-fee',
    'offer.read',
    'exchange-rate.read',
    'placement.read',
    'audit.read',
    'export.run',
  ]),
  client_hr: new Set(),
  hiring_manager: new Set(),
};
