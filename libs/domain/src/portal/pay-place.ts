/** Places that Longlist knows and that ban asking for pay history until the agency says otherwise. */
export const shippedPayPlaces = ['california', 'new_york', 'eu'] as const;
export type ShippedPayPlace = (typeof shippedPayPlaces)[number];

/** A row of the agency's table: its own place, by the words that name it, or its word on a shipped one. */
export type PayPlaceFacts = {
  readonly shipped: ShippedPayPlace | null;
  readonly name: string;
  readonly words: readonly string[];
  readonly banned: boolean;
};

/** Where a search is, as it is typed. */
export type Place = { readonly city: string | null; readonly country: string | null };
