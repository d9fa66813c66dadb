import { PartialType, PickType } from '@nestjs/swagger';
import { subjectTypes, type SubjectType } from '@domain/notes/subject.js';
import { taskKinds, type TaskKind } from '@domain/tasks/task.js';
import { Day, Id, OneOf, Text } from '@platform/http/fields.js';

export class MakeTask {
  @Text(300, { example: 'Call about the offer' }) title: string;
  @OneOf(taskKinds, { optional: true }) kind?: TaskKind;
  @Day({ optional: true, nullable: true }) dueOn?: string | null;
  /** The colleague who does it; oneself when absent. */
  @Id('member', { optional: true }) assigneeId?: string;
  @OneOf(subjectTypes, { optional: true, nullable: true }) subjectType?: SubjectType | null;
  /** The row that the task is about, of the given type. */
  @Id('candidate', { optional: true, nullable: true }) subjectId?: string | null;
}

export class PatchTask extends PartialType(PickType(MakeTask, ['title', 'kind', 'dueOn', 'assigneeId'] as const), {
  skipNullProperties: false,
}) {}
