import { Injectable, type OnModuleInit } from '@nestjs/common';
import { earliestStart } from '@domain/candidates/covenant.rules.js';
import { endedByExit } from '@domain/offers/offer-log.rules.js';
import { resignationTasks } from '@domain/offers/resignation.rules.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Reactions, type RecordedEvent } from '@platform/jobs/reactions.js';
import { StageEntry } from '../candidacies/candidacy.entity.js';
import { TasksService } from '../tasks/tasks.service.js';
import { Offer, OfferTask } from './offer.entity.js';
import { OffersQueries } from './offers.queries.js';
import { OffersService } from './offers.service.js';
import { TakeBack } from './take-back.js';

/** Whoever accepted is carried through the resignation by tasks; who does not come after all leaves none behind. */
@Injectable()
export class OffersReactions implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly reactions: Reactions,
    private readonly tasks: TasksService,
    private readonly offers: OffersService,
    private readonly takeBack: TakeBack,
    private readonly queries: OffersQueries,
  ) {}

  onModuleInit(): void {
    this.reactions.on('offer.accepted', 'offers.resignation', (event) => this.begin(event));
    for (const type of ['offer.reneged', 'offer.rescinded'] as const) {
      this.reactions.on(type, `offers.no-resignation-after-${type}`, (event) => this.end(event));
    }
    this.reactions.on('offer.voided', 'offers.resignation-as-before', (event) =>
      event.data['from'] === 'accepted' ? this.end(event) : this.begin(event),
    );
    this.reactions.on('candidacy.exited', 'offers.end-with-candidacy', (event) => this.leave(event));
    this.reactions.on('candidacy.voided', 'offers.back-with-candidacy', (event) => this.comeBack(event));
  }

  /** Makes the tasks of the resignation for the lead of the search, unless the offer ended meanwhile. */
  private async begin({ agencyId, subjectId }: RecordedEvent): Promise<void> {
    const offer = subjectId === null ? undefined : await this.db.find(Offer, { id: subjectId });
    if (offer?.state !== 'accepted') return;
    const { locale, timeZone, assigneeId, covenants } = await this.queries.resigning(offer);
    if (assigneeId === null) return;
    const actor = this.units.systemActor(agencyId, timeZone);
    const acceptedOn = this.clock.dayOf(new Date(offer.steppedAt), timeZone);
    const lastDayOn = offer.lastDayOn ?? earliestStart(covenants, acceptedOn, []).lastDay;
    const about = { subjectType: 'candidacy', subjectId: offer.candidacyId } as const;
    const days = { acceptedOn, lastDayOn: lastDayOn > acceptedOn ? lastDayOn : null, startsOn: offer.startsOn };
    const there = new Set(await this.queries.taskTitles(offer.id));
    for (const task of resignationTasks(days, locale).filter(({ title }) => !there.has(title))) {
      const { id } = await this.tasks.add(actor, { ...task, assigneeId, ...about });
      await this.db.insert(OfferTask, { offerId: offer.id, taskId: id });
    }
  }

  /** Who left the search by hand leaves no offer open behind. */
  private async leave({ agencyId, subjectId, data }: RecordedEvent): Promise<void> {
    const open = subjectId === null ? undefined : await this.queries.open(subjectId);
    const exit = open && (await this.db.find(StageEntry, { id: String(data['entryId']) }));
    if (!open || !exit?.exitParty || exit.voidedAt !== null || exit.offerStepId !== null) return;
    const offer = await this.db.lock(Offer, open.id);
    const way = endedByExit(offer.state, exit.exitParty);
    const made = { exitEntryId: exit.id };
    if (way) await this.offers.endAs(this.units.systemActor(agencyId), offer, way, {}, undefined, made);
  }

  private async comeBack({ agencyId, data }: RecordedEvent): Promise<void> {
    if (data['kind'] === 'exited')
      await this.takeBack.followingExit(this.units.systemActor(agencyId), String(data['entryId']));
  }

  /** Takes back the tasks that nobody has done or changed. */
  private async end({ agencyId, subjectId }: RecordedEvent): Promise<void> {
    if (subjectId === null) return;
    const made = await this.db.all(OfferTask, { offerId: subjectId });
    const ids = made.map(({ taskId }) => taskId);
    if (ids.length > 0) await this.tasks.takeBack(this.units.systemActor(agencyId), ids);
  }
}
