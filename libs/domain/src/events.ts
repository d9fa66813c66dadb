import type { Permission } from './access/permissions.js';
import { agencyEvents } from './agencies/agency.events.js';
import { bulkEvents } from './bulk/bulk-change.events.js';
import { candidacyEvents } from './candidacies/candidacy.events.js';
import { noteEvents } from './notes/note.events.js';
import { noticeEvents } from './notices/notice.events.js';
import { candidateEvents } from './candidates/candidate.events.js';
import { exportEvents } from './exports/export.events.js';
import { documentEvents } from './documents/document.events.js';
import { importEvents } from './imports/import.events.js';
import { contactEvents } from './organizations/contact.events.js';
import { feeEvents } from './offers/fee.events.js';
import { offerEvents } from './offers/offer.events.js';
import { offLimitsEvents } from './off-limits/off-limits.events.js';
import { organizationEvents } from './organizations/organization.events.js';
import { attemptEvents } from './poaching/attempt.events.js';
import { contactLogEvents } from './poaching/contact-log.events.js';
import { messageTemplateEvents } from './poaching/message-template.events.js';
import { submissionEvents } from './portal/submission.events.js';
import { searchEvents } from './searches/search.events.js';
import { taskEvents } from './tasks/task.events.js';

/** What a type of event is: who may read it, who sees it, which keys its data may have (ids, states, field names; never personal values). */
export type EventType = {
  readonly needs: Permission;
  readonly visibility: 'private' | 'agency' | 'client';
  readonly data: readonly string[];
};

/** Every event there is. A type that is not here cannot be recorded. */
export const eventTypes = {
  ...importEvents,
  ...agencyEvents,
  ...organizationEvents,
  ...contactEvents,
  ...candidateEvents,
  ...documentEvents,
  ...offLimitsEvents,
  ...searchEvents,
  ...candidacyEvents,
  ...noteEvents,
  ...noticeEvents,
  ...taskEvents,
  ...contactLogEvents,
  ...attemptEvents,
  ...messageTemplateEvents,
  ...submissionEvents,
  ...offerEvents,
  ...feeEvents,
  ...bulkEvents,
  ...exportEvents,
} satisfies Record<string, EventType>;

export type EventName = keyof typeof eventTypes;

/** What the type of this name is. */
export function eventType(name: EventName): EventType {
  return eventTypes[name];
}

/** Whether the name is that of an event. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventTypes, name);
}
