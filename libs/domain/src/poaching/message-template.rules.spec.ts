import { describe, expect, it } from '@jest/globals';
import { locales } from '../agencies/agency.js';
import { shippedTemplates } from './message-template.defaults.js';
import { mergeFields } from './message-template.js';
import { merged, whyNotText } from './message-template.rules.js';

describe('a text with fields', () => {
  it('is filled, and names what had no value', () => {
    expect(merged('Hello {{givenName}}, {{ search }} in {{city}}', { givenName: 'Hong', city: ' ' })).toEqual({
      text: 'Hello Hong, {{ search }} in {{city}}',
      missing: ['search', 'city'],
    });
  });

  it('takes what was filled in as it is', () => {
    expect(merged('{{candidate}}', { candidate: '$& {{agency}}' }).text).toBe('$& {{agency}}');
  });

  it('names no field that nobody fills', () => {
    expect(whyNotText('Hello {{salary}}', '/body')?.facts).toMatchObject({ errors: [{ pointer: '/body' }] });
    expect(whyNotText('Hello {{constructor}}', '/body')?.code).toBe('message-template.field');
    expect(whyNotText('{{candidate}} {single} {{ today }}', '/body')).toBeUndefined();
    expect(whyNotText(null, '/subject')).toBeUndefined();
  });
});

describe('the texts that an agency begins with', () => {
  it('are the same ones in every language, and every field of theirs is filled', () => {
    const values = Object.fromEntries(mergeFields.map((field) => [field, 'x']));
    for (const locale of locales) {
      const own = shippedTemplates.filter((template) => template.locale === locale);
      expect(own.map(({ purpose }) => purpose)).toEqual(['approach', 'approach', 'follow_up', 'notice']);
      for (const { subject, body } of own) {
        expect(whyNotText(subject, '/subject') ?? whyNotText(body, '/body')).toBeUndefined();
        expect(merged(`${subject}${body}`, values).missing).toEqual([]);
        expect(body.length).toBeLessThanOrEqual(5000);
      }
    }
  });
});
