import { describe, expect, it } from '@jest/globals';
import { emailOf, maimaiOf, phoneOf, wechatOf } from './channels.rules.js';

describe('channels in text', () => {
  it.each([
    [emailOf, 'Ada.L+x@Mail.Example.org', 'ada.l+x@mail.example.org'],
    [emailOf, 'mailto:ada@exämple.de', 'ada@exämple.de'],
    [emailOf, 'ａｄａ＠example．org', 'ada@example.org'],
    [phoneOf, '138 0013 8000', '+8613800138000'],
    [phoneOf, '8613800138000', '+8613800138000'],
    [phoneOf, "'+49 (0)170 / 123-4567", '+491701234567'],
    [phoneOf, '0049 30 1234567', '+49301234567'],
    [phoneOf, '030/1234567', '0301234567'],
    [phoneOf, '+1 (415) 555-0100 ext. 12', '+14155550100'],
    [phoneOf, '＋８６ １３８００１３８０００', '+8613800138000'],
    [wechatOf, 'wxid_ada01', 'wxid_ada01'],
    [maimaiOf, 'https://maimai.cn/contact/detail/1', 'https://maimai.cn/contact/detail/1'],
  ])('%p reads %s', (read, text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    [emailOf, 'ada'],
    [emailOf, 'ada@localhost'],
    [emailOf, 'a@b..org'],
    [emailOf, 'ada lovelace@example.org'],
    [emailOf, `${'a'.repeat(65)}@example.org`],
    [phoneOf, '1.38E+10'],
    [phoneOf, '123456'],
    [phoneOf, '+1234567890123456'],
    [phoneOf, 'call me'],
    [wechatOf, 'same as phone'],
    [maimaiOf, 'x'],
  ])('%p refuses %s', (read, text) => {
    expect(read(text)).toBeUndefined();
  });
});
