import { PartialType } from '@nestjs/swagger';
import { locales, type Locale } from '@domain/agencies/agency.js';
import { Freeform, OneOf, Text } from '@platform/http/fields.js';

const exampleDocument = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'What moves them:', marks: [{ type: 'bold' }] }] }],
};

export class CreateNoteTemplate {
  @OneOf(locales) locale: Locale;
  @Text(80, { example: 'First call' }) name: string;
  /** What the note begins with, in the form of a note's document. */
  @Freeform({ example: exampleDocument }) document: object;
}

export class PatchNoteTemplate extends PartialType(CreateNoteTemplate, { skipNullProperties: false }) {}
