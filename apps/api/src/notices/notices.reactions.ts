import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defaultChoice } from '@domain/notices/notice.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';

type Made = { id: string; memberId: string; inApp: boolean };

const staff = 'm.suspended_at is null and m.client_id is null';
const told = `on conflict (agency_id, member_id, key) do nothing returning id, member_id as "memberId", in_app as "inApp"`;
const inApp = `coalesce(w.in_app, ${defaultChoice.inApp})`;
const mail = `coalesce(w.mail, '${defaultChoice.mail}') = 'digest'`;
/** Who wants a kind of notice neither way is not told. */
const wanted = `(${inApp} or ${mail})`;
const choice = (kind: string): string => `left join notice_choice w on w.member_id = m.id and w.kind = ${kind}`;

/** Who is told of what, because of what happened elsewhere and by the day. */
@Injectable()
export class NoticesReactions implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly reactions: Reactions,
  ) {}

  onModuleInit(): void {
    this.reactions.on('note.written', 'notices.mentions', (event) => this.mentioned(event));
    this.reactions.on('note.changed', 'notices.later-mentions', async (event) => {
      await this.unmentioned(event);
      await this.mentioned(event);
    });
    this.reactions.on('candidacy.moved', 'notices.moves', (event) => this.stepped(event, 'move'));
    this.reactions.on('candidacy.exited', 'notices.exits', (event) => this.stepped(event, 'exit'));
    this.reactions.on('candidacy.voided', 'notices.undone-steps', (event) => this.undone(event));
    for (const state of ['done', 'failed', 'undone'] as const) {
      this.reactions.on(`import.${state}`, `notices.import-${state}`, (event) => this.importEnded(event, state));
    }
    this.reactions.every('*/10 * * * *', 'notices.tasks-due', () => this.tasksDue());
  }

  /** A note that is private by now tells nobody: the job does not see it. */
  private async mentioned(event: RecordedEvent): Promise<void> {
    const mentions = event.data['mentions'];
    if (!Array.isArray(mentions) || mentions.length === 0) return;
    await this.make(
      'notice_mention',
      `insert into notice (member_id, kind, key, actor_id, candidate_id, organization_id, search_id, note_id, in_app, mail)
        select m.id, 'mention', 'note:' || n.id, n.author_id, $3, $4, $5, n.id, ${inApp}, ${mail}
        from note n cross join member m ${choice(`'mention'`)}
        where n.id = $1 and n.visibility <> 'private' and m.id = any($2::uuid[]) and m.id <> n.author_id and ${staff} and ${wanted}
        ${told}`,
      [event.subjectId, mentions, event.candidateId, event.organizationId, event.searchId],
    );
  }

  /** Who is mentioned no more, as the note stands now, and has not read of it is not told of it. */
  private async unmentioned(event: RecordedEvent): Promise<void> {
    await this.takeBack(
      'notice_unmention',
      `delete from notice i using note n where i.note_id = $1 and n.id = i.note_id and i.kind = 'mention' and i.read_at is null
        and not jsonb_path_exists(coalesce(n.document, '{}'), '$.** ? (@.type == "mention" && @.attrs.id == $member)',
          jsonb_build_object('member', i.member_id))`,
      [event.subjectId],
    );
  }

  /**
   * A step that was undone takes its notices back: those not read vanish, for there is nothing to see any more. Those read stay,
   * because what somebody has seen and may have acted on does not change behind their back; the history says that it was undone.
   */
  private async undone(event: RecordedEvent): Promise<void> {
    await this.takeBack(
      'notice_undo',
      `delete from notice i using event e where i.key = 'event:' || e.id and i.read_at is null
        and e.subject_id = $1 and e.type in ('candidacy.moved', 'candidacy.exited') and e.data ->> 'entryId' = $2`,
      [event.subjectId, event.data['entryId']],
    );
  }

  /** Tells nobody of a step that was undone before this ran. */
  private async stepped(event: RecordedEvent, kind: 'move' | 'exit'): Promise<void> {
    await this.make(
      'notice_step',
      `insert into notice (member_id, kind, key, actor_id, candidate_id, search_id, stage_id, word, in_app, mail)
        select m.id, $1::text, 'event:' || $2::text, $3, $4, $5, s.id, $7, ${inApp}, ${mail}
        from search_member t join member m on m.id = t.member_id ${choice('$1::text')} left join stage s on s.id = $6::uuid
        where t.search_id = $5 and m.id is distinct from $3::uuid and ${staff} and ${wanted}
          and exists (select from candidate c where c.id = $4)
          and not exists (select from stage_entry x where x.id = $8::uuid and x.voided_at is not null)
        ${told}`,
      [
        kind,
        event.id,
        event.actorId,
        event.candidateId,
        event.searchId,
        event.data['toStageId'] ?? null,
        event.data['reason'] ?? null,
        event.data['entryId'] ?? null,
      ],
    );
  }

  private async importEnded(event: RecordedEvent, state: string): Promise<void> {
    await this.make(
      'notice_import',
      `insert into notice (member_id, kind, key, import_id, word, in_app, mail)
        select m.id, 'import_ended', 'event:' || $1::text, i.id, $3, ${inApp}, ${mail}
        from import i join member m on m.id = i.created_by ${choice(`'import_ended'`)}
        where i.id = $2 and ${staff} and ${wanted}
        ${told}`,
      [event.id, event.subjectId, state],
    );
  }

  /** Open tasks whose day has come where the agency is. */
  private async tasksDue(): Promise<void> {
    await this.make(
      'notice_task_due',
      `insert into notice (member_id, kind, key, candidate_id, organization_id, search_id, task_id, in_app, mail)
        select m.id, 'task_due', 'task:' || t.id || ':' || t.due_on,
          coalesce(t.candidate_id, y.candidate_id), coalesce(t.organization_id, c.organization_id),
          coalesce(t.search_id, y.search_id), t.id, ${inApp}, ${mail}
        from agency a join task t on t.agency_id = a.id join member m on m.id = t.assignee_id
          left join candidacy y on y.id = t.candidacy_id left join contact c on c.id = t.contact_id
          ${choice(`'task_due'`)}
        where t.done_at is null and ${staff} and ${wanted}
          and t.due_on between ($1::timestamptz at time zone a.time_zone)::date - 1
            and ($1::timestamptz at time zone a.time_zone)::date
        ${told}`,
      [this.clock.now().toISOString()],
    );
  }

  private async takeBack(name: string, text: string, values: readonly unknown[]): Promise<void> {
    const returned = ' returning i.id, i.member_id as "memberId", i.in_app as "inApp"';
    const gone = await this.db.write<Made>('notice', name, text + returned, values);
    for (const { id, memberId } of gone.filter((one) => one.inApp)) this.events.tell('notice.read', [id], memberId);
  }

  private async make(name: string, text: string, values: readonly unknown[]): Promise<void> {
    const made = await this.db.write<Made>('notice', name, text, values);
    for (const { id, memberId } of made.filter((one) => one.inApp)) this.events.tell('notice.made', [id], memberId);
  }
}
