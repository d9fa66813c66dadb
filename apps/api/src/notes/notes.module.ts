import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Note, NoteEdit, NoteTemplate } from './note.entity.js';
import { NoteTemplatesController } from './note-templates.controller.js';
import { NoteTemplatesService } from './note-templates.service.js';
import { NotesController } from './notes.controller.js';
import { NotesQueries } from './notes.queries.js';
import { NotesService } from './notes.service.js';
import { SubjectsQueries } from './subjects.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Note, NoteEdit, NoteTemplate])],
  controllers: [NotesController, NoteTemplatesController],
  providers: [NotesService, NoteTemplatesService, NotesQueries, SubjectsQueries],
  exports: [NotesQueries, SubjectsQueries],
})
export class NotesModule {}
