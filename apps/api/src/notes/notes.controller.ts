import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { PatchNote, WriteNote } from './note.dto.js';
import { noteList } from './note.fields.js';
import { NoteRow, NoteView } from './note.view.js';
import { NotesQueries } from './notes.queries.js';
import { NotesService } from './notes.service.js';

@Controller('api/v1/notes')
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly queries: NotesQueries,
  ) {}

  /** Notes, newest first: those of the agency and one's own private ones. */
  @Get()
  @Allows('note.read')
  @Answers(noteList, NoteRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Writes a note on a candidate, organization, contact, search or candidacy. */
  @Post()
  @Allows('note.write')
  @Refuses('reference.unknown')
  write(@Body() values: WriteNote, @Me() actor: Actor): Promise<NoteView> {
    return this.notes.write(actor, values);
  }

  /** One note with what it said before. */
  @Get(':id')
  @Allows('note.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<NoteView> {
    return this.queries.view(actor, id);
  }

  /** Changes a note; text and visibility are its author's alone, and what they were is kept. */
  @Patch(':id')
  @Allows('note.write')
  @Refuses('note.not-yours')
  patch(@Param('id') id: string, @Body() values: PatchNote, @Me() actor: Actor): Promise<NoteView> {
    return this.notes.patch(actor, id, values);
  }

  /** Removes a note with its history: the author, or an owner or admin where it is not private. */
  @Delete(':id')
  @HttpCode(204)
  @Allows('note.write')
  remove(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.notes.remove(actor, id);
  }
}
