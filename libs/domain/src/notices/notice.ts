/** What a member is told of: a mention in a note, a task that is due, a step or exit on their searches, an import that ended. */
export const noticeKinds = ['mention', 'task_due', 'move', 'exit', 'import_ended'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Whether notices of a kind are mailed: not at all, or in one mail a day. */
export const noticeMails = ['off', 'digest'] as const;
export type NoticeMail = (typeof noticeMails)[number];

/** How a member is told of one kind of notice. */
export type NoticeChoice = { readonly kind: NoticeKind; readonly inApp: boolean; readonly mail: NoticeMail };

/** When the mail of the day goes out, where the agency is. */
export const digestTime = '08:00';
