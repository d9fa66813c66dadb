/** For what a text is sent; `notice` tells a person that we keep data about them. */
export const messagePurposes = ['approach', 'follow_up', 'notice', 'other'] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

/** What `{{…}}` in a text may name. */
export const mergeFields = [
  'candidate',
  'givenName',
  'familyName',
  'title',
  'employer',
  'search',
  'city',
  'sender',
  'agency',
  'today',
] as const;
export type MergeField = (typeof mergeFields)[number];

export type MergeValues = Readonly<Partial<Record<MergeField, string | null | undefined>>>;
