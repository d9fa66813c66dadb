import type { SubjectType } from '@domain/notes/subject.js';
import type { TaskKind } from '@domain/tasks/task.js';

export class TaskRow {
  id: string;
  title: string;
  kind: TaskKind;
  dueOn: string | null;
  doneAt: string | null;
  assigneeId: string;
  assigneeName: string;
  createdBy: string | null;
  createdByName: string | null;
  subjectType: SubjectType | null;
  subjectId: string | null;
  subjectName: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class TaskView extends TaskRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
