import type { Locale } from '@domain/agencies/agency.js';
import type { NoticeKind } from '@domain/notices/notice.js';
import { byKind, targetOf } from '@domain/notices/notice.rules.js';
import type { Message } from '@platform/mail/mail.js';
import type { NoticeRow } from './notice.view.js';

/** Whom a digest goes to. */
export type Reader = {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly agency: string;
};

type Words = {
  readonly subject: (count: number) => string;
  readonly greeting: (reader: Reader) => string;
  readonly kind: Record<NoticeKind, string>;
  readonly line: Record<NoticeKind, (notice: NoticeRow) => string>;
  readonly more: (count: number) => string;
  readonly ending: (link: string) => string;
};

/** So many notices stand in one mail; the others wait in the inbox. */
const most = 50;

const ended: Record<Locale, Readonly<Record<string, string>>> = {
  en: { done: 'finished', failed: 'failed', undone: 'undone' },
  zh: { done: '已完成', failed: '失败', undone: '已撤销' },
  de: { done: 'abgeschlossen', failed: 'fehlgeschlagen', undone: 'zurückgenommen' },
};

const words: Record<Locale, Words> = {
  en: {
    subject: (count) => (count === 1 ? 'Longlist: 1 unread notice' : `Longlist: ${count} unread notices`),
    greeting: ({ name, agency }) => `Hello ${name},\n\nthis waits for you at ${agency}:`,
    kind: {
      mention: 'Mentions',
      task_due: 'Tasks due',
      move: 'Moves',
      exit: 'Exits',
      import_ended: 'Imports',
    },
    line: {
      mention: ({ actorName }) => `${actorName ?? 'Longlist'} mentioned you`,
      task_due: () => 'A task is due',
      move: ({ actorName, stageName }) => `${actorName ?? 'Longlist'} moved someone to ${stageName ?? '–'}`,
      exit: ({ actorName }) => `${actorName ?? 'Longlist'} recorded an exit`,
      import_ended: ({ word }) => `Import ${ended.en[word ?? ''] ?? ''}`,
    },
    more: (count) => `And ${count} more in your inbox.`,
    ending: (link) => `You chose this daily mail. Change that here:\n${link}`,
  },
  zh: {
    subject: (count) => `Longlist：${count} 条未读通知`,
    greeting: ({ name, agency }) => `${name}，您好：\n\n您在 ${agency} 有以下未读通知：`,
    kind: {
      mention: '提及',
      task_due: '到期任务',
      move: '阶段变动',
      exit: '退出',
      import_ended: '导入',
    },
    line: {
      mention: ({ actorName }) => `${actorName ?? 'Longlist'} 提到了您`,
      task_due: () => '有任务到期',
      move: ({ actorName, stageName }) => `${actorName ?? 'Longlist'} 将候选人移至${stageName ?? '–'}`,
      exit: ({ actorName }) => `${actorName ?? 'Longlist'} 记录了一次退出`,
      import_ended: ({ word }) => `导入${ended.zh[word ?? ''] ?? ''}`,
    },
    more: (count) => `收件箱中还有 ${count} 条。`,
    ending: (link) => `您订阅了这封每日邮件，可在此更改：\n${link}`,
  },
  de: {
    subject: (count) =>
      count === 1 ? 'Longlist: 1 ungelesene Mitteilung' : `Longlist: ${count} ungelesene Mitteilungen`,
    greeting: ({ name, agency }) => `Guten Tag ${name},\n\nbei ${agency} wartet auf Sie:`,
    kind: {
      mention: 'Erwähnungen',
      task_due: 'Fällige Aufgaben',
      move: 'Stufenwechsel',
      exit: 'Ausstiege',
      import_ended: 'Importe',
    },
    line: {
      mention: ({ actorName }) => `${actorName ?? 'Longlist'} hat Sie erwähnt`,
      task_due: () => 'Eine Aufgabe ist fällig',
      move: ({ actorName, stageName }) => `${actorName ?? 'Longlist'} hat jemanden nach ${stageName ?? '–'} verschoben`,
      exit: ({ actorName }) => `${actorName ?? 'Longlist'} hat einen Ausstieg erfasst`,
      import_ended: ({ word }) => `Import ${ended.de[word ?? ''] ?? ''}`,
    },
    more: (count) => `Und ${count} weitere in Ihrem Eingang.`,
    ending: (link) => `Sie haben diese tägliche Mail gewählt. Das ändern Sie hier:\n${link}`,
  },
};

/** The mail of the day: what is unread by kind, each with its link, in the reader's language. */
export function digestMail(reader: Reader, notices: readonly NoticeRow[], publicUrl: string): Message {
  const { subject, greeting, kind: titles, line, more, ending } = words[reader.locale];
  const block = (notice: NoticeRow): string => {
    const target = targetOf(notice);
    const about = [notice.candidateName, notice.organizationName, notice.searchTitle].filter((one) => one !== null);
    return [
      `- ${[line[notice.kind](notice), ...about].join(' · ')}`,
      ...(notice.text === null ? [] : [`  ${notice.text.replace(/\s+/g, ' ')}`]),
      `  ${publicUrl}/${target ? `${target.page}/${target.id}` : ''}`,
    ].join('\n');
  };
  const groups = byKind(notices.slice(0, most)).map(({ kind, notices: those }) =>
    [titles[kind], ...those.map(block)].join('\n'),
  );
  const rest = notices.length - most;
  const parts = [
    greeting(reader),
    ...groups,
    ...(rest > 0 ? [more(rest)] : []),
    ending(`${publicUrl}/settings/account`),
  ];
  return { to: reader.email, subject: subject(notices.length), text: `${parts.join('\n\n')}\n` };
}
