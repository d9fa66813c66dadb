import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { Locale } from '@domain/agencies/agency.js';
import type { CovenantTerms } from '@domain/candidates/covenant.rules.js';
import type { Day } from '@domain/day.js';
import { openOfferStates, type RivalOfferKind } from '@domain/offers/offer.js';
import { takenBackBy } from '@domain/offers/offer-log.rules.js';
import { offerAbilities, rivalOfferAbilities } from '@domain/offers/offer.rules.js';
import type { SummarizedOffer } from '@domain/offers/offer-summary.js';
import { reportCode } from '@domain/portal/report.rules.js';
import { Refusal } from '@domain/refusal.js';
import type { SearchState } from '@domain/searches/search.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import type { Offer } from './offer.entity.js';
import { covenantsSql, offerList, paySql, rivalOfferList } from './offer.fields.js';
import type { OfferView, RivalOfferView } from './offer.view.js';

/** What a candidacy says of the offers that it can have. */
export type OfferGround = {
  readonly searchState: SearchState;
  readonly organizationId: string;
  readonly employerId: string | null;
  /** The highest number of an offer there so far. */
  readonly last: number;
};

type Summarized = SummarizedOffer & { readonly locale: Locale };
type SummarizedRow = Pick<Summarized, 'employer' | 'employerNative' | 'role' | 'locale' | 'pay'>;

type Resigning = {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly assigneeId: string | null;
  readonly covenants: readonly CovenantTerms[];
};

@Injectable()
export class OffersQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(offerList, actor, query);
  }

  async ofCandidacy(actor: Actor, candidacyId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Candidacy, candidacyId);
    return this.page(actor, { ...query, candidacyId });
  }

  async view(actor: Actor, id: string): Promise<OfferView> {
    const offer = await this.lists.detail<OfferView>(offerList, actor, id);
    return { ...offer, abilities: offerAbilities(actor, offer), takesBack: this.takesBack(actor, offer) };
  }

  async rivals(actor: Actor, candidacyId: string, kind: RivalOfferKind, query: RawQuery): Promise<Page> {
    await this.db.get(Candidacy, candidacyId);
    return this.lists.page(rivalOfferList, actor, { ...query, candidacyId, kind });
  }

  async rival(actor: Actor, kind: RivalOfferKind, id: string): Promise<RivalOfferView> {
    const rival = await this.lists.detail<RivalOfferView>(rivalOfferList, actor, id);
    if (rival.kind !== kind) throw new Refusal('resource.not-found');
    const takesBack = this.takesBack(actor, { ...rival, expiresOn: null });
    return { ...rival, abilities: rivalOfferAbilities(actor, rival), takesBack };
  }

  private takesBack(actor: Actor, { steps, expiresOn }: Pick<OfferView, 'steps' | 'expiresOn'>): string | null {
    const facts = steps.map(({ from: fromState, to: toState, ...step }) => ({ ...step, fromState, toState }));
    return takenBackBy(actor, facts, { today: this.clock.today(actor.timeZone), expiresOn });
  }

  /** The search, the client and the employer around a candidacy. */
  async ground({ id, searchId, candidateId }: Candidacy): Promise<OfferGround> {
    const ground = await this.db.row<OfferGround>('offer_ground', groundSql, [searchId, candidateId, id]);
    if (!ground) throw new Error('a candidacy without its search or person');
    return ground;
  }

  /** The offer of a candidacy that is not over. */
  open(candidacyId: string): Promise<{ id: string } | undefined> {
    return this.db.row(
      'offer_open',
      `select id from offer where agency_id = current_agency() and candidacy_id = $1
        and state = any($2)`,
      [candidacyId, openOfferStates],
    );
  }

  /** The placement of a candidacy that waits for its first day, and the first day of one that has begun. */
  async placement(candidacyId: string): Promise<{ waitingId: string | null; startedOn: Day | null }> {
    const row = await this.db.row<{ waitingId: string | null; startedOn: Day | null }>(
      'offer_placement',
      placementSql,
      [candidacyId],
    );
    return row ?? { waitingId: null, startedOn: null };
  }

  /** Whether the stage in which a candidacy stands is one of those who accepted. */
  async isAccepted(candidacyId: string): Promise<boolean> {
    const sql = `select c.id from candidacy c join stage s on s.agency_id = c.agency_id and s.id = c.stage_id
      where c.agency_id = current_agency() and c.id = $1 and s.stage_group in ('accepted', 'placed')`;
    return (await this.db.row('offer_accepted', sql, [candidacyId])) !== undefined;
  }

  /** Whether the agency has this organization. */
  async hasOrganization(id: string): Promise<boolean> {
    return (await this.db.row('offer_organization', 'select id from organization where id = $1', [id])) !== undefined;
  }

  /** Who carries a person through the resignation, in which language, and what binds the person. */
  async resigning({ searchId, candidateId }: Offer): Promise<Resigning> {
    const row = await this.db.row<Resigning>('offer_resigning', resigningSql, [searchId, candidateId]);
    if (!row) throw new Error('an offer without its search');
    return row;
  }

  /** What the tasks of an offer are called that are still there. */
  async taskTitles(offerId: string): Promise<string[]> {
    const sql = `select t.title from offer_task o join task t on t.agency_id = o.agency_id and t.id = o.task_id
      where o.agency_id = current_agency() and o.offer_id = $1`;
    return (await this.db.rows<{ title: string }>('offer_task_titles', sql, [offerId])).map(({ title }) => title);
  }

  /** What a summary of an offer draws on, and the language of the agency. 404 where it pays nothing. */
  async summarized({ id, candidacyId, number, startsOn, expiresOn, paysClawBack }: Offer): Promise<Summarized> {
    const row = await this.db.row<SummarizedRow>('offer_summarized', summarizedSql, [id]);
    if (!row) throw new Refusal('resource.not-found');
    return { ...row, code: reportCode(candidacyId), number, startsOn, expiresOn, paysClawBack };
  }

  /** Extended offers whose last day lies before `today`. */
  expired(today: Day): Promise<{ id: string }[]> {
    return this.db.rows(
      'offers_expired',
      `select id from offer where agency_id = current_agency() and state = 'extended' and expires_on < $1::date
        order by expires_on, id limit 1000`,
      [today],
    );
  }
}

const groundSql = `select s.state as "searchState", s.organization_id as "organizationId",
    p.current_organization_id as "employerId",
    (select coalesce(max(o.number), 0) from offer o where o.agency_id = s.agency_id and o.candidacy_id = $3)::int as last
  from search s join candidate p on p.agency_id = s.agency_id and p.id = $2
  where s.agency_id = current_agency() and s.id = $1`;

const summarizedSql = `select g.name as employer, g.native_name as "employerNative", s.title as role, a.locale, ${paySql} as pay
  from offer o join package k on k.agency_id = o.agency_id and k.offer_id = o.id
    join organization g on g.agency_id = o.agency_id and g.id = o.organization_id
    join search s on s.agency_id = o.agency_id and s.id = o.search_id
    join agency a on a.id = o.agency_id
  where o.agency_id = current_agency() and o.id = $1`;

const resigningSql = `select a.locale, a.time_zone as "timeZone",
    (select m.id from member m where m.agency_id = s.agency_id and m.id = s.lead_id and m.suspended_at is null) as "assigneeId",
    ${covenantsSql('p.id')} as covenants
  from search s join agency a on a.id = s.agency_id join candidate p on p.agency_id = s.agency_id and p.id = $2
  where s.agency_id = current_agency() and s.id = $1`;

const placementSql = `select (max(id::text) filter (where state = 'awaiting_start'))::uuid as "waitingId",
    max(started_on) filter (where state in ('started', 'guarantee_passed')) as "startedOn"
  from placement where agency_id = current_agency() and candidacy_id = $1`;
