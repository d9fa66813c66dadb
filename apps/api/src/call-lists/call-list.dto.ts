import { callListSources, type CallListSource } from '@domain/call-lists/call-list.js';
import { Freeform, Id, Nested, OneOf } from '@platform/http/fields.js';

export class CallListFrom {
  @OneOf(callListSources) kind: CallListSource;
  /** For `view`: parameters of the list of candidates, by their names, each a text. */
  @Freeform({ optional: true }) filters?: Record<string, unknown>;
  /** For `stage`: the search. */
  @Id('search', { optional: true, nullable: true, example: null }) searchId?: string | null;
  /** For `stage`: the stage of that search. */
  @Id('stage', { optional: true, nullable: true, example: null }) stageId?: string | null;
}

export class MakeCallList {
  @Nested(() => CallListFrom) source: CallListFrom;
  /** The search that the calls are about; with a stage its own. */
  @Id('search', { optional: true, nullable: true, example: null }) searchId?: string | null;
}
