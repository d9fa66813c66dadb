import { Injectable } from '@nestjs/common';
import type { Permission } from '@domain/access/permissions.js';
import { must, type Actor } from '@domain/access/policy.js';
import { whyNotChange } from '@domain/candidates/candidate.rules.js';
import { refuseIf } from '@domain/refusal.js';
import { Db } from '@platform/db/db.js';
import { Candidate } from './candidate.entity.js';

/** Lets through who may change a candidate that can be changed. */
@Injectable()
export class CandidateGate {
  constructor(private readonly db: Db) {}

  /** The candidate, locked until the unit of work ends. 404, 412, 403, 409 where it is not there, changed, not theirs or archived. */
  async open(actor: Actor, id: string, permission: Permission = 'candidate.edit'): Promise<Candidate> {
    const candidate = await this.db.lock(Candidate, id);
    must(actor, permission, candidate);
    refuseIf(whyNotChange(candidate));
    return candidate;
  }
}
