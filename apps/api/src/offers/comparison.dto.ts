import { Currency, Day, Decimal, Id, NestedList, Text } from '@platform/http/fields.js';

export class ComparisonQuestion {
  /** The one currency of the comparison; that of the newest offer when absent. */
  @Currency({ optional: true, example: undefined }) currency?: string;
  /** The one day whose rates are used; today when absent. */
  @Day({ optional: true, example: undefined }) rateOn?: string;
  /** The last day employed; as known of the accepted offer, or the end of the notice from today, when absent. */
  @Day({ optional: true, example: undefined }) lastDay?: string;
}

export class AssumedStart {
  /** The column: an offer or a competing offer. */
  @Id('offer', { example: '01900000-0000-7000-8000-000000000000' }) id: string;
  @Day({ example: '2026-12-01' }) startsOn: string;
}

export class AssumedGrantor {
  @Text(300, { example: 'Northstar AI' }) name: string;
  /** How its price grows a year, in percent; 0 when absent. */
  @Decimal(-90, 1000, 2, { optional: true, example: 10 }) growth?: number;
  /** How much of its price is not believed, in percent; 0 when absent. */
  @Decimal(0, 100, 2, { optional: true, example: 40 }) haircut?: number;
}

export class AssumeComparison extends ComparisonQuestion {
  @NestedList(() => AssumedStart, 20, { optional: true, example: [] }) starts?: AssumedStart[];
  @NestedList(() => AssumedGrantor, 50, { optional: true, example: [] }) grantors?: AssumedGrantor[];
}

/** What a comparison in a file is asked with. */
export class CompareInFile extends AssumeComparison {
  @Id('candidacy') candidacyId: string;
}
