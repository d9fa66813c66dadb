import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { noteAbilities } from '@domain/notes/note.rules.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { noteList } from './note.fields.js';
import type { NoteView } from './note.view.js';

@Injectable()
export class NotesQueries {
  constructor(private readonly lists: Lists) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(noteList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<NoteView> {
    const note = await this.lists.detail<NoteView>(noteList, actor, id);
    return { ...note, abilities: noteAbilities(actor, note) };
  }
}
