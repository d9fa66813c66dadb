/** Words of which a title may be made that tells nobody where its holder works. */
const words = new Set(
  `a an and of for the in at to ai ml nlp rl cv hpc gpu llm
  research researcher scientist engineer engineering software hardware applied machine learning deep reinforcement computer vision
  speech language natural processing robotics multimodal infrastructure infra systems system platform chip chips compiler kernel
  training pretraining pre-training posttraining post-training inference alignment safety evaluation data model models foundation
  algorithm algorithms developer development architect architecture product design marketing operations strategy technical
  technology staff senior junior principal distinguished lead leader head director manager management member fellow chief officer
  executive vice president vp svp evp cto ceo coo founder co-founder cofounder partner advisor consultant analyst
  intern internship trainee student phd ph.d doctoral doctorate postdoc postdoctoral postdoctorate master master's bachelor msc bsc
  candidate graduate undergraduate assistant associate full visiting adjunct professor lecturer teaching scholar university team
  group department lab i ii iii iv v
  wissenschaftler wissenschaftlerin wissenschaftlicher wissenschaftliche mitarbeiter mitarbeiterin ingenieur ingenieurin leiter
  leiterin leitung forscher forscherin forschung entwicklung entwickler entwicklerin praktikant praktikantin werkstudent
  werkstudentin doktorand doktorandin professorin gruppenleiter gruppenleiterin teamleiter teamleiterin geschäftsführer
  geschäftsführerin vorstand und für der die das im senior`.split(/\s+/),
);

const chinese =
  /^(高级|资深|首席|初级|中级|实习|副|助理|特聘|客座|访问|联合|博士|硕士|本科|后|生|算法|大模型|模型|机器学习|深度学习|强化学习|预训练|后训练|推理|多模态|基础设施|平台|系统|芯片|数据|产品|技术|研究|研发|应用|软件|硬件|语音|视觉|自然语言处理|工程师|科学家|研究员|研究|专家|架构师|负责人|总监|经理|主管|主任|组长|教授|讲师|院长|院士|学者|学生|创始人|总裁|执行官|官|合伙人|顾问|人工智能|AI|NLP|[\s/·、-])+$/u;

/** Whether a title is made of words of the trade alone: no name of an employer, product or team can stand in it. */
export function isPlainTitle(title: string): boolean {
  if (chinese.test(title.trim())) return true;
  const parts = title
    .toLowerCase()
    .split(/[\s,/&()|·–—:;+]+/u)
    .filter((part) => part !== '' && part !== '-');
  return parts.length > 0 && parts.every((part) => words.has(part));
}
