import { type BulkAction, bulkActions } from '@domain/bulk/bulk-change.js';
import { Day, Freeform, Id, Ids, OneOf, Text } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

export class ChangeCandidates {
  @Ids('candidate', 1000, { optional: true }) ids?: string[];
  /** Instead of ids: parameters of the list of candidates by their names; all whom it finds. */
  @Freeform({ optional: true, example: undefined }) matching?: Record<string, unknown>;
  @OneOf(bulkActions, { example: 'archive' }) action: BulkAction;
  /** For `tag` and `untag`. */
  @Id('setting', { ...maybe, example: null }) tagId?: string | null;
  /** For `owner`; null leaves them without one. */
  @Id('member', { ...maybe, example: null }) ownerId?: string | null;
  /** For `add_to_search`. */
  @Id('search', { ...maybe, example: null }) searchId?: string | null;
  /** For `task`: what is to be done about each of them. */
  @Text(300, { ...maybe, example: null }) title?: string | null;
  @Day({ ...maybe, example: null }) dueOn?: string | null;
  /** Who does the tasks; oneself when absent. */
  @Id('member', { ...maybe, example: null }) assigneeId?: string | null;
}
