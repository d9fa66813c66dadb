import { Injectable } from '@nestjs/common';
import type { SubjectType } from '@domain/notes/subject.js';
import { Refusal } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';

/** The person, organization and search that a subject touches: what events about it carry. */
export type Touched = { candidateId: string | null; organizationId: string | null; searchId: string | null };

const touchedSql: Record<SubjectType, string> = {
  candidate: 'select id as "candidateId", null::uuid as "organizationId", null::uuid as "searchId" from candidate',
  organization:
    'select null::uuid as "candidateId", id as "organizationId", null::uuid as "searchId" from organization',
  contact:
    'select null::uuid as "candidateId", organization_id as "organizationId", null::uuid as "searchId" from contact',
  search: 'select null::uuid as "candidateId", organization_id as "organizationId", id as "searchId" from search',
  candidacy:
    'select candidate_id as "candidateId", null::uuid as "organizationId", search_id as "searchId" from candidacy',
};

/** What notes and tasks can be about. */
@Injectable()
export class SubjectsQueries {
  constructor(private readonly db: Db) {}

  /** What the subject touches. 422 where the agency has no such row. */
  async touched(type: SubjectType, id: string): Promise<Touched> {
    const found = await this.db.row<Touched>(`subject_${type}`, `${touchedSql[type]} where id = $1`, [id]);
    if (!found) {
      throw new Refusal('reference.unknown', undefined, {
        errors: [{ pointer: '/subjectId', message: `there is no such ${type}` }],
      });
    }
    return found;
  }
}
