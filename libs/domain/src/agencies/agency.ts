/** The languages of the product. */
export const locales = ['en', 'zh', 'de'] as const;
export type Locale = (typeof locales)[number];

/** What an agency keeps lists of: words with a color. */
export const settingKinds = ['tag', 'role_family'] as const;
export type SettingKind = (typeof settingKinds)[number];

export const colors = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type Color = (typeof colors)[number];

/** What a custom field of a candidate holds. */
export const customFieldKinds = ['text', 'number', 'day', 'choice', 'flag'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** The lists of which a view can be saved. */
export const viewSubjects = ['candidates', 'organizations', 'searches', 'candidacies', 'tasks'] as const;
export type ViewSubject = (typeof viewSubjects)[number];

/** The records of which a member's latest are remembered. */
export const recentSubjects = ['candidate', 'organization', 'search'] as const;
export type RecentSubject = (typeof recentSubjects)[number];

/** Bounds of a password, in characters. */
export const password = { min: 10, max: 128 } as const;

/** Days for which an invitation can be accepted. */
export const invitationDays = 7;

/** Hours for which the link of the first start is good. */
export const welcomeHours = 24;
