import type { ShippedPayPlace } from '@domain/portal/pay-place.js';

export class PayPlaceRow {
  id: string;
  /** The place that Longlist knows; null for one of the agency's own. */
  shipped: ShippedPayPlace | null;
  name: string;
  words: string[];
  /** Whether current pay may be neither asked nor shown there. */
  banned: boolean;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class PayPlaceView extends PayPlaceRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
