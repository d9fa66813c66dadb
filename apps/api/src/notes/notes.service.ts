import { Injectable } from '@nestjs/common';
import { must, type Actor } from '@domain/access/policy.js';
import type { NoteDocument } from '@domain/notes/document.js';
import { mentionsOf, textOf, whyNotDocument } from '@domain/notes/document.rules.js';
import { whyNotChange } from '@domain/notes/note.rules.js';
import { subjectColumns, subjectOf } from '@domain/notes/subject.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { type About, Events } from '@platform/events/events.js';
import type { PatchNote, WriteNote } from './note.dto.js';
import { Note, NoteEdit } from './note.entity.js';
import type { NoteView } from './note.view.js';
import { NotesQueries } from './notes.queries.js';
import { SubjectsQueries } from './subjects.queries.js';

@Injectable()
export class NotesService {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly subjects: SubjectsQueries,
    private readonly queries: NotesQueries,
  ) {}

  async write(actor: Actor, values: WriteNote): Promise<NoteView> {
    must(actor, 'note.write');
    const { subjectType, subjectId, asTasks, ...text } = stored(values);
    if (text.body === undefined) throw invalid('/body', 'must be given where there is no document');
    const touched = await this.subjects.touched(subjectType, subjectId);
    const note = await this.db.insert(Note, {
      ...text,
      ...subjectColumns(subjectType, subjectId),
      authorId: authorOf(actor),
    });
    const about = { id: note.id, visibility: note.visibility, ...touched };
    const mentions = mentioned(note);
    const tasks = asTasks === true && 'mentions' in mentions && { asTasks };
    await this.events.record('note.written', { about, data: { subjectType, ...mentions, ...tasks } });
    return this.queries.view(actor, note.id);
  }

  async patch(actor: Actor, id: string, values: PatchNote): Promise<NoteView> {
    const note = await this.db.get(Note, id);
    must(actor, 'note.write', note);
    const fields = Object.keys(values);
    refuseIf(whyNotChange(actor, note, fields));
    const { authorId, visibility, body, document } = note;
    const changed = await this.db.change(note, stored(values));
    const said = changed.body !== body || JSON.stringify(changed.document) !== JSON.stringify(document);
    if (said || changed.visibility !== visibility) {
      await this.db.insert(NoteEdit, { noteId: id, authorId, visibility, body, document });
    }
    const { about, subjectType } = await this.aboutOf(changed);
    await this.events.record('note.changed', { about, data: { subjectType, fields, ...mentioned(changed) } });
    if (visibility !== 'private' && changed.visibility === 'private') {
      await this.events.record('note.withdrawn', { about: { ...about, visibility }, data: { subjectType } });
    }
    return this.queries.view(actor, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const note = await this.db.get(Note, id);
    must(actor, 'note.write', note);
    await this.db.remove(Note, { id });
    const { about, subjectType } = await this.aboutOf(note);
    await this.events.record('note.removed', { about, data: { subjectType } });
  }

  private async aboutOf(note: Note): Promise<{ about: About & { visibility: string }; subjectType: string }> {
    const subject = subjectOf(note);
    if (!subject) throw new Error('a note has a subject');
    const touched = await this.subjects.touched(subject.type, subject.id);
    return { about: { id: note.id, visibility: note.visibility, ...touched }, subjectType: subject.type };
  }
}

type Stored<T> = Omit<T, 'body' | 'document'> & { body?: string; document?: NoteDocument | null };

/** The values with the text in both its forms: the plain one is made of the document. */
function stored<T extends PatchNote>({ body, document, ...rest }: T): Stored<T> {
  if (document === undefined) return body === undefined ? rest : { ...rest, body, document: null };
  const wrong = whyNotDocument(document);
  if (wrong) throw invalid('/document', wrong);
  return { ...rest, body: textOf(document as NoteDocument), document: document as NoteDocument };
}

/** Whom a note mentions; a private one mentions nobody. */
function mentioned({ document, visibility }: Note): { mentions?: string[] } {
  const mentions = visibility === 'private' ? [] : mentionsOf(document);
  return mentions.length > 0 ? { mentions } : {};
}

function invalid(pointer: string, message: string): Refusal {
  return new Refusal('request.invalid', undefined, { errors: [{ pointer, message }] });
}

/** Notes are written by people: a job of the agency has no voice of its own. */
function authorOf(actor: Actor): string {
  if (actor.memberId === null) throw new Refusal('access.denied');
  return actor.memberId;
}
