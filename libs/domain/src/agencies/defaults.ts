import type { Color, Locale } from './agency.js';
import { type StageDraft, stageGroups } from './pipeline.js';

/** With what an agency begins, in its language. */
export type AgencyDefaults = {
  readonly pipeline: { readonly name: string; readonly stages: readonly StageDraft[] };
  readonly roleFamilies: readonly { readonly name: string; readonly color: Color }[];
  /** The steps of the ladder on which levels of organizations are compared, from the lowest. */
  readonly ladder: readonly string[];
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

type Words = {
  pipeline: string;
  stages: readonly string[];
  families: readonly string[];
  ladder: readonly string[];
};

const words: Record<Locale, Words> = {
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
    ladder: ['Junior', 'Mid', 'Senior', 'Staff', 'Senior staff', 'Principal', 'Distinguished'],
  },
  zh: {
    pipeline: '标准寻访',
    stages: ['长名单', '已接触', '已确认意向', '已推荐', '客户面试', '终面', '谈薪', '已接受', '已入职'],
    families: ['预训练', '后训练', '强化学习', '推理', '多模态', '基础设施', '芯片', '机器人', '产品', '市场'],
    ladder: ['初级', '中级', '高级', '专家', '高级专家', '资深专家', '首席'],
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
    ladder: ['Junior', 'Professional', 'Senior', 'Staff', 'Senior Staff', 'Principal', 'Distinguished'],
  },
};

/** The pipeline, role families and ladder of a new agency: one stage a group, in the order of the groups. */
export function defaultsOf(locale: Locale): AgencyDefaults {
  const { pipeline, stages, families, ladder } = words[locale];
  return {
    ladder,
    pipeline: { name: pipeline, stages: stageGroups.map((group, index) => ({ name: stages[index] ?? group, group })) },
    roleFamilies: families.map((name, index) => ({ name, color: familyColors[index] ?? 'gray' })),
  };
}
