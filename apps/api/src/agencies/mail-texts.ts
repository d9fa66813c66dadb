import type { Locale } from '@domain/agencies/agency.js';
import type { Message } from '@platform/mail/mail.js';

type Text = Omit<Message, 'to'>;

type Invitation = { name: string; agency: string; inviter: string; link: string };

const invitations: Record<Locale, (about: Invitation) => Text> = {
  en: ({ name, agency, inviter, link }) => ({
    subject: `${inviter} invites you to ${agency} on Longlist`,
    text: `Hello ${name},\n\n${inviter} invites you to work with ${agency} on Longlist. Open this link and choose a password:\n\n${link}\n\nThe link works once, within seven days. If you do not know ${inviter}, ignore this mail.\n`,
  }),
  zh: ({ name, agency, inviter, link }) => ({
    subject: `${inviter} 邀请您加入 Longlist 上的 ${agency}`,
    text: `${name}，您好：\n\n${inviter} 邀请您在 Longlist 上与 ${agency} 一起工作。请打开以下链接并设置密码：\n\n${link}\n\n链接七天内有效，只能使用一次。如果您不认识 ${inviter}，请忽略本邮件。\n`,
  }),
  de: ({ name, agency, inviter, link }) => ({
    subject: `${inviter} lädt Sie zu ${agency} auf Longlist ein`,
    text: `Guten Tag ${name},\n\n${inviter} lädt Sie ein, mit ${agency} auf Longlist zu arbeiten. Öffnen Sie diesen Link und wählen Sie ein Passwort:\n\n${link}\n\nDer Link gilt einmal und sieben Tage lang. Wenn Sie ${inviter} nicht kennen, ignorieren Sie diese Mail.\n`,
  }),
};

const resets: Record<Locale, (about: { name: string; link: string }) => Text> = {
  en: ({ name, link }) => ({
    subject: 'Choose a new password for Longlist',
    text: `Hello ${name},\n\nsomeone, probably you, asked for a new password. Open this link to choose one:\n\n${link}\n\nThe link works once, within an hour. If it was not you, ignore this mail: nothing changes.\n`,
  }),
  zh: ({ name, link }) => ({
    subject: '设置新的 Longlist 密码',
    text: `${name}，您好：\n\n我们收到了重设密码的请求。请打开以下链接设置新密码：\n\n${link}\n\n链接一小时内有效，只能使用一次。如果不是您本人的请求，请忽略本邮件，密码不会改变。\n`,
  }),
  de: ({ name, link }) => ({
    subject: 'Neues Passwort für Longlist',
    text: `Guten Tag ${name},\n\njemand, vermutlich Sie selbst, hat ein neues Passwort angefordert. Wählen Sie es über diesen Link:\n\n${link}\n\nDer Link gilt einmal und eine Stunde lang. Wenn Sie es nicht waren, ignorieren Sie diese Mail: es ändert sich nichts.\n`,
  }),
};

const changes: Record<Locale, (about: { name: string; link: string }) => Text> = {
  en: ({ name, link }) => ({
    subject: 'Your Longlist password was changed',
    text: `Hello ${name},\n\nyour password was changed just now and all your sessions ended. If it was not you, choose a new one at once:\n\n${link}\n`,
  }),
  zh: ({ name, link }) => ({
    subject: '您的 Longlist 密码已更改',
    text: `${name}，您好：\n\n您的密码刚刚被更改，所有会话均已结束。如果不是您本人操作，请立即重设密码：\n\n${link}\n`,
  }),
  de: ({ name, link }) => ({
    subject: 'Ihr Longlist-Passwort wurde geändert',
    text: `Guten Tag ${name},\n\nIhr Passwort wurde soeben geändert, alle Sitzungen sind beendet. Wenn Sie es nicht waren, wählen Sie sofort ein neues:\n\n${link}\n`,
  }),
};

/** The mail that brings an invitation. */
export function invitationMail(locale: Locale, about: Invitation): Text {
  return invitations[locale](about);
}

/** The mail that brings the link for a new password. */
export function resetMail(locale: Locale, about: { name: string; link: string }): Text {
  return resets[locale](about);
}

/** The mail that tells of a password changed by such a link. */
export function passwordChangedMail(locale: Locale, about: { name: string; link: string }): Text {
  return changes[locale](about);
}
