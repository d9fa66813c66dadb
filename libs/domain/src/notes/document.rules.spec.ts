import { describe, expect, it } from '@jest/globals';
import { isSafeLink, mentionsOf, textOf, whyNotDocument } from './document.rules.js';
import type { DocumentNode, NoteDocument } from './document.js';

const ming = '01900000-0000-7000-8000-000000000001';
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
const text = (words: string, marks?: DocumentNode['marks']): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
});
const mention = (id: string, label: string): DocumentNode => ({ type: 'mention', attrs: { id, label } });
const doc = (...content: DocumentNode[]): NoteDocument => ({ type: 'doc', content });
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content });
const link = (href: string): NoteDocument => doc(paragraph(text('here', [{ type: 'link', attrs: { href } }])));

describe('the document of a note', () => {
  it('has paragraphs, lists, marks, safe links and mentions', () => {
    const whole = doc(
      paragraph(text('Bold', [{ type: 'bold' }, { type: 'italic' }]), { type: 'hardBreak' }, mention(ming, 'Ming')),
      { type: 'orderedList', content: [item(paragraph(text('one'))), item(paragraph(text('two')))] },
      { type: 'bulletList', content: [item(paragraph(text('three')), paragraph(text('more')))] },
    );
    expect(whyNotDocument(whole)).toBeUndefined();
    expect(textOf(whole)).toBe('Bold\n@Ming\n1. one\n2. two\n• three\n  more');
    expect(mentionsOf(whole)).toEqual([ming]);
    for (const href of ['https://a.example/?q=1', 'http://a.example', 'mailto:a@b.example']) {
      expect(whyNotDocument(link(href))).toBeUndefined();
    }
  });

  it.each([
    ['no document', { type: 'paragraph' }],
    ['a list', []],
    ['nothing said', doc(paragraph(text('  ')))],
    ['an unknown node', doc({ type: 'image' })],
    ['a node in the wrong place', doc(text('loose'))],
    ['an item without its list', doc(item(paragraph(text('x'))))],
    ['an unknown mark', doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'script' as 'bold' }] }))],
    ['a script behind a link', link('javascript:alert(1)')],
    ['data behind a link', link('data:text/html,x')],
    ['a relative link', link('/candidates')],
    ['a mention of nobody', doc(paragraph(mention('me', 'Me')))],
    ['a property of its own', doc({ type: 'paragraph', html: '<b>' } as DocumentNode)],
    ['an attribute of its own', doc({ type: 'paragraph', attrs: { style: 'x' } } as DocumentNode)],
    ['text that cannot be kept', doc(paragraph(text('a\0b')))],
    ['too much text', doc(paragraph(text('a'.repeat(50_001))))],
    ['too many parts', doc(...Array.from({ length: 5_000 }, () => paragraph(text('a'))))],
  ])('is not %s', (_, value) => {
    expect(whyNotDocument(value)).toEqual(expect.any(String));
  });

  it('is not deeper than anyone writes', () => {
    let inner = paragraph(text('x'));
    for (let level = 0; level < 10; level += 1) inner = { type: 'bulletList', content: [item(inner)] };
    expect(whyNotDocument(doc(inner))).toMatch(/deep/);
  });

  it('knows which links are safe', () => {
    expect(isSafeLink('https://example.com')).toBe(true);
    expect(isSafeLink('JaVaScRiPt:alert(1)')).toBe(false);
    expect(isSafeLink(7)).toBe(false);
  });
});
