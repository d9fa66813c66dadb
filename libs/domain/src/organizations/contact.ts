/** What a contact does at the organization, from the agency's side. */
export const contactKinds = ['hiring_manager', 'hr', 'founder', 'finance', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];
