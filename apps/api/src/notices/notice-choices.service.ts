import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { NoticeChoice } from '@domain/notices/notice.js';
import { choicesOf } from '@domain/notices/notice.rules.js';
import { Db } from '@platform/db/db.js';
import type { ChooseNotice } from './notice-choice.dto.js';
import type { NoticeChoicesView } from './notice-choice.view.js';

/** Choices are personal: making one is no event. */
@Injectable()
export class NoticeChoicesService {
  constructor(private readonly db: Db) {}

  async list(actor: Actor): Promise<NoticeChoicesView> {
    const own = await this.db.rows<NoticeChoice>(
      'notice_choices',
      'select kind, in_app as "inApp", mail from notice_choice where member_id = $1',
      [actor.memberId],
    );
    return { items: choicesOf(own) };
  }

  async choose(actor: Actor, { kind, inApp, mail }: ChooseNotice): Promise<NoticeChoicesView> {
    must(actor, 'notice.read');
    await this.db.write(
      'notice_choice',
      'notice_choose',
      `insert into notice_choice (member_id, kind, in_app, mail) values ($1, $2, $3, $4)
        on conflict (agency_id, member_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail`,
      [actor.memberId, kind, inApp, mail],
    );
    return this.list(actor);
  }
}
