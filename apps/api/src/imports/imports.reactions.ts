import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reactions } from '@platform/jobs/reactions.js';
import { ImportCheckJob } from './import-check.job.js';
import { ImportCommitJob } from './import-commit.job.js';
import { ImportUndoJob } from './import-undo.job.js';

/** The long work that an import's events begin. */
@Injectable()
export class ImportsReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly check: ImportCheckJob,
    private readonly commit: ImportCommitJob,
    private readonly undo: ImportUndoJob,
  ) {}

  onModuleInit(): void {
    this.reactions.start('import.uploaded', 'imports.check', (event, signal) => this.check.run(event, signal));
    this.reactions.start('import.mapped', 'imports.check-again', (event, signal) => this.check.run(event, signal));
    this.reactions.start('import.committed', 'imports.commit', (event, signal) => this.commit.run(event, signal));
    this.reactions.start('import.undo-asked', 'imports.undo', (event, signal) => this.undo.run(event, signal));
  }
}
