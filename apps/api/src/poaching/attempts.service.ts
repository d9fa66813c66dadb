import { Injectable } from '@nestjs/common';
import { must, mustTakeBack, type Actor } from '@domain/access/policy.js';
import type { AttemptStanding, AttemptState } from '@domain/poaching/attempt.js';
import {
  attemptTransitions,
  standingOf,
  whyNotAsked,
  whyNotFor,
  whyNotSaidAt,
  whyNotSay,
  whyNotUntil,
} from '@domain/poaching/attempt.rules.js';
import { reached } from '@domain/poaching/contact-log.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Events } from '@platform/events/events.js';
import { OffLimitsService } from '../off-limits/off-limits.service.js';
import type { PatchAttempt, PlanAttempt, SayOutcome } from './attempt.dto.js';
import { AttemptWord, PoachingAttempt } from './attempt.entity.js';
import type { AttemptView, SaidAttempt } from './attempt.view.js';
import { AttemptsQueries } from './attempts.queries.js';
import type { ContactLog } from './contact-log.entity.js';

/** The contact of a person that an attempt is to carry. */
type Carried = Pick<ContactLog, 'outcome'> & { candidateId: string; searchId: string | null; memberId: string };

/** What a submission says of the one whom it presents. */
type Agreed = { candidateId: string; searchId: string; memberId: string; submissionId: string; occurredAt: string };

@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly offLimits: OffLimitsService,
    private readonly queries: AttemptsQueries,
  ) {}

  /** Plans a try that no contact has begun yet. */
  async plan(actor: Actor, { candidateId, searchId = null, ownerId, hook = null }: PlanAttempt): Promise<AttemptView> {
    must(actor, 'poaching.write');
    const owner = ownerId ?? actor.memberId;
    if (owner === null) throw new Refusal('access.denied');
    const candidate = await this.queries.candidate(candidateId);
    if (!candidate) throw unknownReference('/candidateId');
    if (searchId !== null && !(await this.queries.hasSearch(searchId))) throw unknownReference('/searchId');
    await this.offLimits.mustBeFree(actor, candidateId, { searchId, action: 'approach' });
    if (!(await this.queries.hasMember(owner))) throw unknownReference('/ownerId');
    if (searchId !== null && (await this.queries.continued(candidateId, searchId, owner))) {
      throw new Refusal('poaching-attempt.exists');
    }
    const now = this.clock.now().toISOString();
    const attempt = await this.db.insert(PoachingAttempt, {
      candidateId,
      searchId,
      employerId: candidate.employerId,
      ownerId: owner,
      plannedHook: hook,
      plannedAt: now,
      hook,
      lastAt: now,
    });
    await this.events.record('poaching-attempt.opened', { about: attempt, data: { state: attempt.state } });
    return this.queries.view(actor, attempt.id);
  }

  /** Gives it to a colleague, or keeps what was learnt of it beside the contacts. */
  async patch(actor: Actor, id: string, { ownerId, ...facts }: PatchAttempt): Promise<AttemptView> {
    const attempt = await this.attempt(actor, id);
    refuseIf(whyNotAsked(facts));
    if (ownerId !== undefined && !(await this.queries.hasMember(ownerId))) throw unknownReference('/ownerId');
    const fields = Object.keys(facts);
    if (fields.length > 0) {
      await this.db.insert(AttemptWord, {
        ...facts,
        attemptId: id,
        occurredAt: this.clock.now().toISOString(),
        memberId: this.memberOf(actor),
      });
    }
    const changed = await this.settle(actor, await this.db.change(attempt, { ownerId }));
    await this.events.record('poaching-attempt.changed', {
      about: changed,
      data: { fields: [...fields, ...(ownerId === undefined ? [] : ['ownerId'])] },
    });
    return this.queries.view(actor, id);
  }

  /** Says how it ended, or that it waits. */
  async say(actor: Actor, id: string, values: SayOutcome): Promise<SaidAttempt> {
    const { outcome, until = null, note = null, searchId } = values;
    const attempt = await this.attempt(actor, id);
    const now = this.clock.now();
    const occurredAt = values.occurredAt ?? now.toISOString();
    refuseIf(whyNotFor(outcome, searchId));
    if (searchId && !(await this.queries.hasSearch(searchId))) throw unknownReference('/searchId');
    refuseIf(whyNotSay(attempt.state, outcome, searchId ?? attempt.searchId));
    const last = attempt.plannedAt !== null && attempt.contacts === 0 ? null : attempt.lastAt;
    refuseIf(whyNotSaidAt(occurredAt, last, now));
    refuseIf(whyNotUntil(outcome, until, this.clock.today(actor.timeZone), '/until'));
    const word = await this.db.insert(AttemptWord, {
      attemptId: id,
      outcome,
      until,
      note,
      occurredAt,
      memberId: this.memberOf(actor),
    });
    const named = await this.db.change(attempt, { searchId: attempt.searchId ?? searchId ?? undefined });
    await this.told(attempt, await this.settle(actor, named), {});
    return { ...(await this.queries.view(actor, id)), wordId: word.id };
  }

  /** Takes back what was said: the attempt stands as its contacts and the other words say. */
  async voidWord(actor: Actor, wordId: string): Promise<AttemptView> {
    const word = await this.db.get(AttemptWord, wordId);
    mustTakeBack(actor, 'poaching.write', word);
    const attempt = await this.db.lock(PoachingAttempt, word.attemptId);
    if (!(await this.strike(wordId, actor.memberId))) throw new Refusal('attempt-word.voided');
    await this.told(attempt, await this.settle(actor, attempt), {});
    return this.queries.view(actor, attempt.id);
  }

  /** The attempt that a contact belongs to, opened where there is none; null where the contact reached nobody. */
  async carry({ candidateId, searchId, memberId, outcome }: Carried): Promise<string | null> {
    const there = await this.queries.continued(candidateId, searchId, memberId);
    if (there) return there.id;
    if (!reached({ outcome })) return null;
    const candidate = await this.queries.candidate(candidateId);
    const attempt = await this.db.insert(PoachingAttempt, {
      candidateId,
      searchId,
      employerId: candidate?.employerId ?? null,
      ownerId: memberId,
    });
    return attempt.id;
  }

  /** Lets the attempt of a contact, written or just taken back, stand as all that counts in it says. */
  async follow(actor: Actor, attemptId: string | null, contactLogId: string): Promise<void> {
    if (attemptId === null) return;
    const attempt = await this.db.lock(PoachingAttempt, attemptId);
    await this.told(attempt, await this.settle(actor, attempt), { contactLogId });
  }

  /** Plans again what waited until today. */
  async reopen(actor: Actor): Promise<void> {
    for (const { id } of await this.queries.waitedOut(this.clock.today(actor.timeZone))) {
      const attempt = await this.db.lock(PoachingAttempt, id);
      await this.told(attempt, await this.settle(actor, attempt), {});
    }
  }

  /** The person agreed to be considered, as the permission of a submission says: an attempt for the search that is open is won. */
  async agree(actor: Actor, { candidateId, searchId, memberId, submissionId, occurredAt }: Agreed): Promise<void> {
    const attempt = await this.ofSearch({ candidateId, searchId, memberId });
    if (!attempt || (await this.queries.isTakenBack(submissionId))) return;
    if (whyNotPass<AttemptState>(attemptTransitions.agree, attempt.state, 'poaching-attempt.state')) return;
    const at = Date.parse(occurredAt) > Date.parse(attempt.lastAt) ? occurredAt : attempt.lastAt;
    const word = { attemptId: attempt.id, outcome: 'won', submissionId, memberId, occurredAt: at } as const;
    await this.db.insert(AttemptWord, word);
    await this.told(attempt, await this.settle(actor, attempt), {});
  }

  /** Takes back what a submission said that is taken back itself, whichever of the two is told first. */
  async disagree(actor: Actor, { submissionId, memberId, ...of }: Omit<Agreed, 'occurredAt'>): Promise<void> {
    await this.ofSearch({ memberId, ...of });
    for (const { id, attemptId } of await this.db.all(AttemptWord, { submissionId })) {
      const attempt = await this.db.lock(PoachingAttempt, attemptId);
      await this.strike(id, memberId);
      await this.told(attempt, await this.settle(actor, attempt), {});
    }
  }

  /** The attempt that goes on for a search, as nobody else changes it before this unit of work ends. */
  private async ofSearch({
    candidateId,
    searchId,
    memberId,
  }: Omit<Carried, 'outcome'>): Promise<PoachingAttempt | undefined> {
    const there = await this.queries.continued(candidateId, searchId, memberId);
    return there && this.db.lock(PoachingAttempt, there.id);
  }

  /** The attempt that the actor may change, locked; one that was taken back is not there. */
  private async attempt(actor: Actor, id: string): Promise<PoachingAttempt> {
    const attempt = await this.db.lock(PoachingAttempt, id);
    must(actor, 'poaching.write', attempt);
    if (attempt.voidedAt !== null) throw new Refusal('resource.not-found');
    return attempt;
  }

  /** Voids a word; answers whether it counted until now. */
  private async strike(wordId: string, memberId: string | null): Promise<boolean> {
    const struck = await this.db.write(
      'attempt_word',
      'attempt_word_void',
      'update attempt_word set voided_at = $2, voided_by = $3 where id = $1 and voided_at is null returning id',
      [wordId, this.clock.now().toISOString(), memberId],
    );
    return struck.length > 0;
  }

  private async settle(actor: Actor, attempt: PoachingAttempt): Promise<PoachingAttempt> {
    const happenings = await this.queries.happenings(attempt.id, actor.timeZone);
    const planned = attempt.plannedAt === null ? null : { hook: attempt.plannedHook };
    const standing = standingOf(happenings, this.clock.today(actor.timeZone), planned);
    if (!standing) return this.db.change(attempt, { voidedAt: this.clock.now().toISOString() });
    return this.db.change(attempt, { ...columnsOf(standing, attempt), voidedAt: null });
  }

  private async told(before: PoachingAttempt, after: PoachingAttempt, by: { contactLogId?: string }): Promise<void> {
    if (after.voidedAt !== null) {
      await this.events.record('poaching-attempt.voided', { about: after, data: by });
    } else if (before.contacts === 0 && before.plannedAt === null) {
      const { state, direction, channel } = after;
      await this.events.record('poaching-attempt.opened', { about: after, data: { state, direction, channel, ...by } });
    } else if (before.state !== after.state) {
      const data = { from: before.state, to: after.state, ...by };
      await this.events.record('poaching-attempt.changed', { about: after, data });
    }
  }

  private memberOf({ memberId }: Actor): string {
    if (memberId === null) throw new Refusal('access.denied');
    return memberId;
  }
}

function columnsOf(
  { lastAt, objections, motives, ...standing }: AttemptStanding,
  attempt: PoachingAttempt,
): Partial<PoachingAttempt> {
  return {
    ...standing,
    objections: [...objections],
    motives: [...motives],
    lastAt: lastAt ?? attempt.plannedAt ?? attempt.lastAt,
  };
}
