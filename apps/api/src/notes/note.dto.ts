import { PartialType, PickType } from '@nestjs/swagger';
import { noteVisibilities, type NoteVisibility } from '@domain/notes/note.js';
import { subjectTypes, type SubjectType } from '@domain/notes/subject.js';
import { Flag, Freeform, Id, OneOf, Text } from '@platform/http/fields.js';

const exampleDocument = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Moves for compute.', marks: [{ type: 'bold' }] }] }],
};

class NoteValues {
  @OneOf(subjectTypes) subjectType: SubjectType;
  /** The row that the note is about, of the given type. */
  @Id('candidate') subjectId: string;
  /** `private`: its author alone; `agency`: all colleagues; `client`: the client of the search as well. */
  @OneOf(noteVisibilities, { example: 'agency' }) visibility: NoteVisibility;
  /** The plain text; made of `document` where that is given. One of the two must be. */
  @Text(50_000, { optional: true, example: 'Moves for compute, not for pay.' }) body?: string;
  /** Paragraphs, lists, bold, italic, links and mentions, in the form of ProseMirror. */
  @Freeform({ optional: true, example: exampleDocument }) document?: object;
  /** Pinned notes stand first on the record. */
  @Flag({ optional: true }) pinned?: boolean;
}

export class WriteNote extends NoteValues {
  /** Whether each colleague whom the note mentions gets a task as well. */
  @Flag({ optional: true, example: false }) asTasks?: boolean;
}

export class PatchNote extends PartialType(
  PickType(NoteValues, ['visibility', 'body', 'document', 'pinned'] as const),
  {
    skipNullProperties: false,
  },
) {}
