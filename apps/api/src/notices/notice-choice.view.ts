import type { NoticeKind, NoticeMail } from '@domain/notices/notice.js';

export class NoticeChoiceView {
  kind: NoticeKind;
  /** Whether notices of this kind stand in the inbox. */
  inApp: boolean;
  /** `digest`: what is unread comes in one mail a day, at 08:00 where the agency is. */
  mail: NoticeMail;
}

export class NoticeChoicesView {
  /** One of each kind. */
  items: NoticeChoiceView[];
}
