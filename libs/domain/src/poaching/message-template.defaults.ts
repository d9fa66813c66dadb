import type { Locale } from '../agencies/agency.js';
import type { MessagePurpose } from './message-template.js';

export type ShippedTemplate = {
  readonly locale: Locale;
  readonly purpose: MessagePurpose;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
};

const texts: Record<
  Locale,
  Record<'approach' | 'mail' | 'followUp' | 'notice', readonly [string, string | null, string]>
> = {
  en: {
    approach: [
      'First message',
      null,
      'Hello {{givenName}}, this is {{sender}} of {{agency}}. We search for “{{search}}”, and your work is close to what the team there builds. Would a short call this week suit you? Nothing leaves this chat without your word.',
    ],
    mail: [
      'First mail',
      '{{search}}: would you talk?',
      'Hello {{givenName}},\n\nI am {{sender}} of {{agency}}. A client of ours fills the role “{{search}}” in {{city}}. What you do as {{title}} at {{employer}} is why I write to you and not to a list.\n\nTwenty minutes would do to tell you what the team has and what it lacks. I pass nothing on before you agree.\n\n{{sender}}\n{{agency}}',
    ],
    followUp: [
      'Asking again',
      null,
      'Hello {{givenName}}, I come back to “{{search}}”. If the time is wrong, tell me when to ask again; if the answer is no, I will not ask again for this role. {{sender}}, {{agency}}',
    ],
    notice: [
      'Notice about your data',
      'What {{agency}} keeps about you',
      'Hello {{candidate}},\n\n{{agency}} is a search firm. We keep your name, your professional career, your publications and how to reach you, from public sources and from people who recommended you, in order to speak to you about positions. You may see what we keep, have it corrected or erased, and object to it at any time: an answer to this message is enough.\n\n{{sender}}, {{agency}}, {{today}}',
    ],
  },
  zh: {
    approach: [
      '首次联系',
      null,
      '{{candidate}}您好，我是{{agency}}的{{sender}}。我们正在为“{{search}}”寻访人选，您的研究方向与团队在做的事情很接近。本周方便简短聊一下吗？未经您同意，我们不会向任何一方透露您的信息。',
    ],
    mail: [
      '首次邮件',
      '{{search}}：想和您聊聊',
      '{{candidate}}您好：\n\n我是{{agency}}的{{sender}}。我们的客户正在{{city}}招募“{{search}}”。之所以单独写信给您，是因为您在{{employer}}担任{{title}}期间的工作。\n\n二十分钟就能说清楚团队有什么、还缺什么。在您同意之前，我不会转交任何信息。\n\n{{sender}}\n{{agency}}',
    ],
    followUp: [
      '再次跟进',
      null,
      '{{candidate}}您好，想再跟您确认一下“{{search}}”。如果现在时机不合适，请告诉我什么时候再联系；如果不考虑，这个职位我不会再打扰。{{agency}} {{sender}}',
    ],
    notice: [
      '个人信息告知',
      '{{agency}}关于处理您个人信息的告知',
      '{{candidate}}您好：\n\n{{agency}}是一家人才寻访机构。为与您沟通职位机会，我们保存您的姓名、职业经历、论文及联系方式，来源为公开信息和他人推荐。您可以随时查阅、更正、删除这些信息或拒绝我们处理，回复本消息即可。\n\n{{agency}} {{sender}}，{{today}}',
    ],
  },
  de: {
    approach: [
      'Erste Nachricht',
      null,
      'Guten Tag {{candidate}}, hier ist {{sender}} von {{agency}}. Wir suchen für „{{search}}“, und Ihre Arbeit liegt nahe an dem, was das Team dort baut. Passt Ihnen diese Woche ein kurzes Gespräch? Ohne Ihre Zustimmung gebe ich nichts weiter.',
    ],
    mail: [
      'Erste E-Mail',
      '{{search}}: Hätten Sie Zeit für ein Gespräch?',
      'Guten Tag {{candidate}},\n\nich bin {{sender}} von {{agency}}. Ein Mandant besetzt in {{city}} die Stelle „{{search}}“. Ihre Arbeit als {{title}} bei {{employer}} ist der Grund, warum ich gerade Ihnen schreibe.\n\nZwanzig Minuten genügen, um zu sagen, was das Team hat und was ihm fehlt. Bevor Sie zustimmen, gebe ich nichts weiter.\n\n{{sender}}\n{{agency}}',
    ],
    followUp: [
      'Nachfassen',
      null,
      'Guten Tag {{candidate}}, ich komme auf „{{search}}“ zurück. Wenn es gerade nicht passt, sagen Sie mir, wann ich wieder fragen darf; bei einem Nein frage ich für diese Stelle nicht noch einmal. {{sender}}, {{agency}}',
    ],
    notice: [
      'Hinweis zum Datenschutz',
      'Welche Daten {{agency}} über Sie speichert',
      'Guten Tag {{candidate}},\n\n{{agency}} ist eine Personalberatung. Um mit Ihnen über Positionen zu sprechen, speichern wir Ihren Namen, Ihren beruflichen Werdegang, Ihre Veröffentlichungen und wie Sie erreichbar sind, aus öffentlichen Quellen und aus Empfehlungen. Sie können jederzeit Auskunft, Berichtigung oder Löschung verlangen und widersprechen: Eine Antwort auf diese Nachricht genügt.\n\n{{sender}}, {{agency}}, {{today}}',
    ],
  },
};

const purposes = { approach: 'approach', mail: 'approach', followUp: 'follow_up', notice: 'notice' } as const;

/** The texts that an agency begins with, in every language. */
export const shippedTemplates: readonly ShippedTemplate[] = Object.entries(texts).flatMap(([locale, own]) =>
  Object.entries(own).map(([kind, [name, subject, body]]) => ({
    locale: locale as Locale,
    purpose: purposes[kind as keyof typeof purposes],
    name,
    subject,
    body,
  })),
);
