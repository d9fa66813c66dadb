import type { DocumentNode, NoteDocument } from './document.js';

/** Which nodes may stand in which. */
const inside: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'bulletList', 'orderedList'],
  paragraph: ['text', 'hardBreak', 'mention'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList'],
};
const attributes: Readonly<Record<string, readonly string[]>> = {
  orderedList: ['start', 'type'],
  mention: ['id', 'label', 'mentionSuggestionChar'],
};
const markAttributes: Readonly<Record<string, readonly string[]>> = {
  bold: [],
  italic: [],
  link: ['href', 'target', 'rel', 'class', 'title'],
};
const protocols = ['http:', 'https:', 'mailto:'];
const deepest = 16;
const mostNodes = 5_000;
const longest = 50_000;
const mostMentions = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const only = (value: Json, keys: readonly string[]): boolean => Object.keys(value).every((key) => keys.includes(key));

/** Whether a link of a note may lead there. */
export function isSafeLink(href: unknown): href is string {
  return (
    typeof href === 'string' && href.length <= 2_000 && URL.canParse(href) && protocols.includes(new URL(href).protocol)
  );
}

/** What is wrong with this as the document of a note, in words; undefined where nothing is. */
export function whyNotDocument(value: unknown): string | undefined {
  const seen = { nodes: 0, mentions: 0 };
  if (!isObject(value) || value['type'] !== 'doc') return 'must be a document';
  const wrong = whyNotNode(value, 1, seen);
  if (wrong) return wrong;
  if (seen.mentions > mostMentions) return `must mention at most ${mostMentions} colleagues`;
  const text = textOf(value as NoteDocument);
  if (text.length > longest) return `must have at most ${longest} characters`;
  return text === '' ? 'must have text' : undefined;
}

function whyNotNode(node: Json, depth: number, seen: { nodes: number; mentions: number }): string | undefined {
  const type = String(node['type']);
  seen.nodes += 1;
  if (depth > deepest) return `must be at most ${deepest} levels deep`;
  if (seen.nodes > mostNodes) return `must have at most ${mostNodes} parts`;
  if (!only(node, ['type', 'text', 'attrs', 'marks', 'content'])) return `has a ${type} with unknown properties`;
  const wrong = type === 'text' ? whyNotText(node) : whyNotAttributes(type, node);
  if (wrong) return wrong;
  if (type === 'mention') seen.mentions += 1;
  const content = node['content'] ?? [];
  if (!Array.isArray(content)) return `has a ${type} whose content is no list`;
  for (const child of content as unknown[]) {
    if (!isObject(child) || !inside[type]?.includes(String(child['type']))) return `has something unknown in a ${type}`;
    const found = whyNotNode(child, depth + 1, seen);
    if (found) return found;
  }
  return undefined;
}

function whyNotAttributes(type: string, node: Json): string | undefined {
  if ('text' in node) return `has a ${type} with text of its own`;
  const marks = node['marks'] ?? [];
  if (type !== 'hardBreak' && type !== 'mention' && (!Array.isArray(marks) || marks.length > 0)) {
    return `has a ${type} with marks`;
  }
  const wrong = whyNotMarks(marks);
  if (wrong) return wrong;
  const attrs = node['attrs'] ?? {};
  if (!isObject(attrs) || !only(attrs, attributes[type] ?? [])) return `has a ${type} with unknown attributes`;
  if (type === 'orderedList') {
    const { start, type: numbering } = attrs;
    const counts = start === undefined || (Number.isInteger(start) && Number(start) >= 0 && Number(start) <= 1e6);
    return counts && (numbering === undefined || numbering === null) ? undefined : 'has a list that begins nowhere';
  }
  if (type !== 'mention') return undefined;
  const { id, label, mentionSuggestionChar: sign } = attrs;
  const named = typeof label === 'string' && label.length > 0 && label.length <= 200 && isStorable(label);
  const signed = sign === undefined || sign === null || sign === '@';
  return named && signed && typeof id === 'string' && uuid.test(id) ? undefined : 'has a mention of nobody';
}

function whyNotText(node: Json): string | undefined {
  const { text } = node;
  if (typeof text !== 'string' || text === '' || !isStorable(text)) return 'has a text that cannot be kept';
  if ('content' in node || 'attrs' in node) return 'has a text with unknown properties';
  return whyNotMarks(node['marks'] ?? []);
}

function whyNotMarks(marks: unknown): string | undefined {
  if (!Array.isArray(marks) || marks.length > 3) return 'has marks that are no list';
  for (const mark of marks as unknown[]) {
    if (!isObject(mark) || !only(mark, ['type', 'attrs'])) return 'has an unknown mark';
    const allowed = markAttributes[String(mark['type'])];
    const attrs = mark['attrs'] ?? {};
    if (!allowed || !isObject(attrs) || !only(attrs, allowed)) return 'has an unknown mark';
    if (mark['type'] === 'link' && !isSafeLink(attrs['href'])) {
      return 'has a link that does not begin with http, https or mailto';
    }
    const { href: _, ...others } = attrs;
    const short = (value: unknown) =>
      value === null || (typeof value === 'string' && value.length <= 200 && isStorable(value));
    if (!Object.values(others).every(short)) return 'has an unknown mark';
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The document as plain text: what search, timeline and mail read. */
export function textOf(node: DocumentNode): string {
  return lines(node).join('\n').trim();
}

function lines(node: DocumentNode): string[] {
  const children = node.content ?? [];
  if (node.type === 'paragraph') return [children.map(inline).join('')];
  if (node.type !== 'bulletList' && node.type !== 'orderedList') return children.flatMap(lines);
  return children.flatMap((item, index) => {
    const mark = node.type === 'bulletList' ? '• ' : `${index + 1}. `;
    return lines(item).map((line, at) => (at === 0 ? mark : '  ') + line);
  });
}

function inline({ type, text, attrs }: DocumentNode): string {
  if (type === 'hardBreak') return '\n';
  return type === 'mention' ? `@${attrs?.label ?? ''}` : (text ?? '');
}

/** The members whom the document mentions, each once. */
export function mentionsOf(node: DocumentNode | null): string[] {
  if (!node) return [];
  const own = node.type === 'mention' && node.attrs?.id ? [node.attrs.id] : [];
  return [...new Set([...own, ...(node.content ?? []).flatMap(mentionsOf)])];
}

/** Plain text as a document: a paragraph a line. */
export function documentOf(text: string): NoteDocument {
  const paragraph = (line: string): DocumentNode =>
    line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };
  return { type: 'doc', content: text.split('\n').map(paragraph) };
}

/** Whether this is a document that a note can have. */
export function isDocument(value: unknown): value is NoteDocument {
  return whyNotDocument(value) === undefined;
}
