import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelKeyOf, identifierOf } from './identity.rules.js';
import { readProfile } from './quick-add.rules.js';

describe('a pasted profile', () => {
  it('of LinkedIn gives name, title, employer and link', () => {
    expect(
      readProfile(`Hong Zhao
He/Him · 2nd
Senior Research Scientist at DeepMind
London, England, United Kingdom
Contact info
https://www.linkedin.com/in/hong-zhao-7a1b2c/?trk=x`),
    ).toEqual({
      displayName: 'Hong Zhao',
      title: 'Senior Research Scientist',
      employer: 'DeepMind',
      identifiers: [{ kind: 'linkedin', value: 'hong-zhao-7a1b2c' }],
      channels: [],
    });
  });

  it('of a Chinese card gives both names, employer, title and channels', () => {
    expect(
      readProfile(`姓名：赵宏（Zhao Hong）
公司：深海智能科技有限公司
职位：大模型预训练负责人
手机：138 0013 8000
微信号：zhaohong_ai
邮箱：Hong.Zhao@deepsea.example`),
    ).toEqual({
      displayName: 'Zhao Hong',
      nativeName: '赵宏',
      employer: '深海智能科技有限公司',
      title: '大模型预训练负责人',
      identifiers: [],
      channels: [
        { kind: 'email', value: 'hong.zhao@deepsea.example' },
        { kind: 'wechat', value: 'zhaohong_ai' },
        { kind: 'phone', value: '138 0013 8000' },
      ],
    });
  });

  it('of one line is read by its parts', () => {
    expect(readProfile('王小明 | 首席科学家 | 清华大学')).toMatchObject({
      displayName: '王小明',
      nativeName: '王小明',
      title: '首席科学家',
      employer: '清华大学',
    });
    expect(readProfile('Ada Müller, Head of Inference, Northstar AI')).toMatchObject({
      displayName: 'Ada Müller',
      title: 'Head of Inference',
      employer: 'Northstar AI',
    });
  });

  it.each([
    ['https://openreview.net/profile?id=~Hong_Zhao1', 'openreview', '~Hong_Zhao1', 'Hong Zhao'],
    ['~Hong_Zhao1', 'openreview', '~Hong_Zhao1', 'Hong Zhao'],
    ['linkedin.com/in/ada-mueller', 'linkedin', 'ada-mueller', 'Ada Mueller'],
    ['https://scholar.google.com/citations?user=AbCdEfGhIjKl&hl=en', 'google_scholar', 'AbCdEfGhIjKl', undefined],
    ['https://dblp.org/pid/12/3456.html', 'dblp', '12/3456', undefined],
    ['https://orcid.org/0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097', undefined],
    ['0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097', undefined],
    ['github.com/Zhao-Hong', 'github', 'zhao-hong', undefined],
  ])('of the link %s gives the identifier', (text, kind, value, name) => {
    const read = readProfile(text);
    expect(read.identifiers).toEqual([{ kind, value }]);
    expect(read.displayName).toBe(name);
  });

  it('takes years for no phone, and a sentence for no name', () => {
    const read = readProfile('Worked there 2019 - 2023, then 2023.05 - 2024.11\nwants to move for compute');
    expect(read).toEqual({ identifiers: [], channels: [] });
  });

  it('of any text is read without fault, and proposes only what can be saved', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '微信',
        'wx:',
        '@',
        'https://',
        'linkedin.com/in/',
        '138',
        '+86 ',
        '~A_B1',
        ' at ',
        '公司：',
        '\n',
        '|',
      ),
      fc.emailAddress(),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { displayName, nativeName, employer, title, identifiers, channels } = readProfile(pieces.join(''));
        for (const { kind, value } of identifiers) expect(identifierOf(kind, value)).toBe(value);
        for (const { kind, value } of channels) expect(channelKeyOf(kind, value)).not.toBe('');
        for (const text of [displayName, nativeName, employer, title]) {
          expect(text === undefined || (text.trim() !== '' && text.length <= 200)).toBe(true);
        }
        expect(identifiers.length).toBeLessThanOrEqual(10);
        expect(channels.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back what a card says, in whatever order its lines stand', () => {
    const latin = fc
      .tuple(fc.constantFrom('Hong', 'Ada', 'Jörg', 'Xiaoming'), fc.constantFrom('Zhao', 'Müller', "O'Neil", 'Wang'))
      .map((words) => words.join(' '));
    const card = fc.record({
      name: fc.oneof(latin, fc.constantFrom('赵宏', '欧阳小明', '王伟')),
      employer: fc.constantFrom('Northstar AI', '深海科技', 'Tidewater Labs', '清华大学'),
      title: fc.constantFrom('Research Scientist', '算法工程师', 'Head of Inference', '首席科学家'),
      email: fc.constantFrom('someone@example.com', 'h.zhao@deepsea.example'),
      phone: fc.constantFrom('+86 138 0013 8000', '+44 20 7946 0958', '13800138000'),
    });
    fc.assert(
      fc.property(
        card,
        fc.shuffledSubarray(['name', 'employer', 'title', 'email', 'phone'], { minLength: 5 }),
        (one, order) => {
          const read = readProfile(order.map((key) => one[key as keyof typeof one]).join('\n'));
          expect(read).toMatchObject({ displayName: one.name, employer: one.employer, title: one.title });
          expect(read.channels).toEqual([
            { kind: 'email', value: one.email },
            { kind: 'phone', value: one.phone },
          ]);
        },
      ),
    );
  });
});
