import { channelKeyOf, identifierOf } from './identity.rules.js';
import { profileKindOf } from './profile-link.rules.js';
import type { ChannelKind, IdentifierKind } from './candidate.js';

/** What a pasted profile, link or card says of a person, as far as it can be told. */
export type Proposal = {
  displayName?: string;
  nativeName?: string;
  employer?: string;
  title?: string;
  identifiers: { kind: IdentifierKind; value: string }[];
  channels: { kind: ChannelKind; value: string }[];
};

/** So much of a text is read. */
const most = 20_000;
const eachMost = 10;

const link = /(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,12}\/[^\s<>"'，。；、（）()|]+/gi;
const bareOrcid = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/gi;
const bareOpenReview = /~[\p{L}][\p{L}\p{M}_'.-]{1,100}\d{1,4}(?![\p{L}\d])/gu;
const mail = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}/gu;
const wechat = /(?:微信号?|v信|\bwe\s?chat|\bweixin|\bwx|\bvx)(?:\s*id)?\s*[:：]?\s*([A-Za-z\d][\w-]{4,39})/gi;
const phone = /(?<![\w/.-])(?:\+|00)?\(?\d[\d\s().-]{5,20}\d(?![\w/-])/g;
const years = /^\(?(?:19|20)\d\d(?:[.\s-]+\d{1,2})?[\s.–-]+(?:(?:19|20)\d\d)?/;

const labels = {
  name: /^(?:姓\s*名|名字|full name|name|nom)\s*[:：]\s*/i,
  employer:
    /^(?:公\s*司|单\s*位|机\s*构|现公司|company|organi[sz]ation|employer|affiliation|firma|arbeitgeber)\s*[:：]\s*/i,
  title: /^(?:职\s*位|职\s*务|职\s*称|岗位|title|position|role|job title|rolle)\s*[:：]\s*/i,
  other:
    /^(?:电\s*话|手\s*机|邮\s*箱|地\s*址|tel|phone|mobile|e-?mail|mail|address|web(?:site)?|github|linkedin|orcid|scholar)\s*[:：]/i,
};
const job =
  /\b(?:engineer|scientist|researcher|research|director|head|lead|leader|manager|founder|co-?founder|professor|ph\.?d|student|intern|postdoc|architect|analyst|president|vp|cto|ceo|cfo|coo|partner|fellow|staff|principal|developer|consultant|leiter(?:in)?|ingenieur(?:in)?|wissenschaftler(?:in)?)\b|工程师|科学家|研究员|研究者|总监|负责人|经理|教授|博士后|博士生|专家|架构师|创始人|合伙人|主任|总裁|实习生|算法|院长/iu;
const house =
  /\b(?:inc|ltd|llc|gmbh|corp|corporation|co|labs?|laborator(?:y|ies)|ai|university|institute|college|technologies|technology|research|group|company|capital|robotics|universität|institut)\b\.?$|(?:公司|科技|大学|学院|研究院|研究所|集团|实验室|智能|银行|资本)$/iu;
const at = /^(.{2,120}?)\s*(?:\bat\b|\bbei\b|@|＠)\s*(.{2,120})$/iu;
const noise =
  /^(?:he\/him|she\/her|they\/them|contact info|more|message|connect|follow|\d(?:st|nd|rd|th)|about|experience|联系方式|名片)$/i;

/** Reads a pasted profile text, link or card. What is not sure to be there is left out; nothing is made up. */
export function readProfile(pasted: string): Proposal {
  const text = pasted.slice(0, most).normalize('NFKC').replaceAll('\u0000', '');
  const found: Proposal = { identifiers: [], channels: [] };
  const rest = takeChannels(takeIdentifiers(text, found), found);
  const lines = rest
    .split(/\r?\n|\t|[|｜•·;；]/)
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[\s,，:：–-]+|[\s,，:：–-]+$/g, ''))
    .filter((line) => line !== '' && line.length <= 200 && !noise.test(line) && /[\p{L}]/u.test(line));
  readLines(lines, found);
  if (found.displayName === undefined) nameFromIdentifiers(found);
  return found;
}

function takeIdentifiers(text: string, found: Proposal): string {
  const take = (kind: IdentifierKind, written: string): boolean => {
    const value = valid(() => identifierOf(kind, written));
    const known = found.identifiers.some((one) => one.kind === kind && one.value === value);
    if (value === undefined || known || found.identifiers.length >= eachMost) return value !== undefined;
    found.identifiers.push({ kind, value });
    return true;
  };
  return text
    .replace(link, (address) => {
      const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
      const trimmed = whole.replace(/[.,;:!?]+$/, '');
      const kind = URL.canParse(trimmed) ? profileKindOf(new URL(trimmed).hostname) : undefined;
      if (kind) take(kind, trimmed);
      return '\n';
    })
    .replace(bareOrcid, (id) => (take('orcid', id) ? '\n' : id))
    .replace(bareOpenReview, (id) => (take('openreview', id) ? '\n' : id));
}

function takeChannels(text: string, found: Proposal): string {
  const take = (kind: ChannelKind, value: string): boolean => {
    const key = valid(() => channelKeyOf(kind, value));
    if (key === undefined) return false;
    const known = found.channels.some((one) => one.kind === kind && channelKeyOf(kind, one.value) === key);
    if (!known && found.channels.length < eachMost) found.channels.push({ kind, value });
    return true;
  };
  return text
    .replace(mail, (address) => (take('email', address.toLowerCase()) ? '\n' : address))
    .replace(wechat, (whole, id: string) => (take('wechat', id) ? '\n' : whole))
    .replace(phone, (number) => {
      const digits = number.replace(/\D/g, '').length;
      return digits >= 8 && !years.test(number) && take('phone', number.trim()) ? '\n' : number;
    });
}

function readLines(lines: readonly string[], found: Proposal): void {
  const left: string[] = [];
  for (const line of lines) {
    const label = (['name', 'employer', 'title'] as const).find((one) => labels[one].test(line));
    const value = label && line.replace(labels[label], '').trim();
    if (label === 'name' && value) setName(found, value);
    else if (label === 'employer' && value) found.employer ??= value;
    else if (label === 'title' && value) found.title ??= value;
    else if (!labels.other.test(line)) left.push(line);
  }
  for (const line of left) readLine(line, found);
}

function readLine(line: string, found: Proposal): void {
  const [, position, company] = at.exec(line) ?? [];
  if (position && company && job.test(position)) {
    found.title ??= position.trim();
    found.employer ??= company.replace(/[,，].*$/, '').trim();
    return;
  }
  if (found.displayName === undefined && isName(line)) return setName(found, line);
  const parts = line.split(/\s*[,，]\s*|\s+[–—-]\s+|\s*\/\s*/).filter(Boolean);
  if (found.displayName === undefined && parts.length > 1 && parts[0] && isName(parts[0])) {
    setName(found, parts[0]);
    parts.shift();
  }
  for (const part of parts) {
    if (part.length > 120) continue;
    const isHouse = house.test(part) && !/(?:工程师|科学家|研究员|总监|负责人|经理|教授|专家)$/.test(part);
    if (isHouse && !/\b(?:engineer|scientist|director|head|professor|student)\b/i.test(part)) found.employer ??= part;
    else if (job.test(part)) found.title ??= part;
  }
}

const hanName = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}$/u;
const latinName =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:van|von|de|der|da|di|bin|al|la|le))(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|da|di|bin|al|la|le)){1,4}$/u;

/** Whether the text is nothing but a name: two to five Latin words, two to four Chinese characters, or one beside the other. */
function isName(text: string): boolean {
  const { latin, han } = scripts(text);
  if (job.test(text) || house.test(text)) return false;
  if (han !== '' && !hanName.test(han)) return false;
  if (latin !== '' && !latinName.test(latin)) return false;
  return latin !== '' || han !== '';
}

function scripts(text: string): { latin: string; han: string } {
  const plain = text
    .replace(/[()（）[\]/]/g, ' ')
    .replace(/,? (?:ph\.?d\.?|dr\.?)$/i, '')
    .replace(/^(?:dr|prof)\.? /i, '');
  const han = (plain.match(/\p{Script=Han}[\p{Script=Han}·]*/gu) ?? []).join('');
  const latin = plain
    .replace(/[\p{Script=Han}·]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { latin, han };
}

function setName(found: Proposal, text: string): void {
  if (found.displayName !== undefined) return;
  const { latin, han } = scripts(text);
  const displayName = (latin || han || text).slice(0, 200).trim();
  if (displayName === '') return;
  found.displayName = displayName;
  if (han !== '' && han.length <= 100) found.nativeName = han;
}

/** `~Hong_Zhao1` and `linkedin.com/in/hong-zhao-123` say a name where nothing else does. */
function nameFromIdentifiers(found: Proposal): void {
  for (const { kind, value } of found.identifiers) {
    const words =
      kind === 'openreview'
        ? value.replace(/^~|\d+$/g, '').split('_')
        : kind === 'linkedin'
          ? value.split('-').filter((word) => !/\d/.test(word))
          : [];
    const name = words
      .filter((word) => word !== '')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
    if (words.length > 1 && name !== '') {
      found.displayName = name.slice(0, 200);
      return;
    }
  }
}

function valid(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
