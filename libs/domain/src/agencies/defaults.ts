import type { Color, Locale } from './agency.js';
import { type StageDraft, stageGroups } from './pipeline.js';

/** With what an agency begins, in its language. */
export type AgencyDefaults = {
  readonly pipeline: { readonly name: string; readonly stages: readonly StageDraft[] };
  readonly roleFamilies: readonly { readonly name: string; readonly color: Color }[];
};

const familyColors: readonly Color[] = [
  'blue',
  'violet',
  'teal',
  'orange',
  'pink',
  'gray',
  'red',
  'green',
  'yellow',
  'gray',
];

const words: Record<Locale, { pipeline: string; stages: readonly string[]; families: readonly string[] }> = {
  en: {
    pipeline: 'Standard search',
    stages: [
      'Longlist',
      'Contacted',
      'Qualified',
      'Presented',
      'Client interview',
      'Finalist',
      'Offer',
      'Accepted',
      'Placed',
    ],
    families: [
      'Pre-training',
      'Post-training',
      'Reinforcement learning',
      'Inference',
      'Multimodal',
      'Infrastructure',
      'Chips',
      'Robotics',
      'Product',
      'Marketing',
    ],
  },
  zh: {
    pipeline: '标准寻访',
    stages: ['长名单', '已接触', '已确认意向', '已推荐', '客户面试', '终面', '谈薪', '已接受', '已入职'],
    families: ['预训练', '后训练', '强化学习', '推理', '多模态', '基础设施', '芯片', '机器人', '产品', '市场'],
  },
  de: {
    pipeline: 'Standardsuche',
    stages: [
      'Longlist',
      'Kontaktiert',
      'Qualifiziert',
      'Vorgestellt',
      'Interview beim Kunden',
      'Engere Wahl',
      'Angebot',
      'Angenommen',
      'Platziert',
    ],
    families: [
      'Pre-Training',
      'Post-Training',
      'Reinforcement Learning',
      'Inferenz',
      'Multimodal',
      'Infrastruktur',
      'Chips',
      'Robotik',
      'Produkt',
      'Marketing',
    ],
  },
};

/** The pipeline and role families of a new agency: one stage a group, in the order of the groups. */
export function defaultsOf(locale: Locale): AgencyDefaults {
  const { pipeline, stages, families } = words[locale];
  return {
    pipeline: { name: pipeline, stages: stageGroups.map((group, index) => ({ name: stages[index] ?? group, group })) },
    roleFamilies: families.map((name, index) => ({ name, color: familyColors[index] ?? 'gray' })),
  };
}
