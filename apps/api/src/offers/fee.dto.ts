import { Amount, Day } from '@platform/http/fields.js';

export class PayInstalment {
  /** Today when absent. */
  @Day({ optional: true, example: undefined }) paidOn?: string;
  /** What was paid, where it was billed on an estimate; the last instalment settles the difference. What it comes to when absent. */
  @Amount({ optional: true, example: undefined }) amount?: string;
}
