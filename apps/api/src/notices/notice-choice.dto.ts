import { noticeKinds, type NoticeKind, noticeMails, type NoticeMail } from '@domain/notices/notice.js';
import { Flag, OneOf } from '@platform/http/fields.js';

export class ChooseNotice {
  @OneOf(noticeKinds) kind: NoticeKind;
  /** Whether notices of this kind stand in the inbox. */
  @Flag({ example: true }) inApp: boolean;
  /** `digest`: what is unread comes in one mail a day, at 08:00 where the agency is. */
  @OneOf(noticeMails, { example: 'digest' }) mail: NoticeMail;
}
