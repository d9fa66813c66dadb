import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@platform/access/actors.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { AttemptsService } from './attempts.service.js';

/** Who lets themselves be presented has agreed to be considered: the attempt is won, until the submission is taken back. */
@Injectable()
export class AttemptsReactions implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly reactions: Reactions,
    private readonly attempts: AttemptsService,
  ) {}

  onModuleInit(): void {
    this.reactions.on('submission.made', 'poaching.agreed', async (event) => {
      const said = presented(event);
      if (said)
        await this.attempts.agree(await this.actors.ofAgency(event.agencyId), { ...said, occurredAt: event.at });
    });
    this.reactions.on('submission.voided', 'poaching.not-agreed', async (event) => {
      const said = presented(event);
      if (said) await this.attempts.disagree(await this.actors.ofAgency(event.agencyId), said);
    });
  }
}

/** Whom the submission of an event presents, for which search, and who says so. */
function presented({ candidateId, searchId, actorId, subjectId }: RecordedEvent) {
  if (candidateId === null || searchId === null || actorId === null || subjectId === null) return undefined;
  return { candidateId, searchId, memberId: actorId, submissionId: subjectId };
}
