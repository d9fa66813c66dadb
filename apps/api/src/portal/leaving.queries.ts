import { Injectable } from '@nestjs/common';
import { payMayBeShown } from '@domain/portal/pay-place.rules.js';
import { Db } from '@platform/db/db.js';
import { Candidacy } from '../candidacies/candidacy.entity.js';
import { ReportsQueries } from './reports.queries.js';
import { type Around, SubmissionsQueries } from './submissions.queries.js';

/** What holds for a file that leaves the agency about a candidacy. */
export type Leaving = {
  /** Today's pay is known and stays out: the place of the search bans pay history, and it was not volunteered for this client. */
  readonly payHidden: boolean;
  readonly person: Around['person'];
};

/** Files travel: what may be in one about a person is asked here, as a submission asks it. */
@Injectable()
export class LeavingQueries {
  constructor(
    private readonly db: Db,
    private readonly reports: ReportsQueries,
    private readonly submissions: SubmissionsQueries,
  ) {}

  async of(candidacyId: string): Promise<Leaving> {
    const candidacy = await this.db.get(Candidacy, candidacyId);
    const [around, places] = await Promise.all([this.submissions.around(candidacy, 'L4'), this.reports.payPlaces()]);
    const { paySource: source, payVolunteered: volunteeredForClient, person } = around;
    return { payHidden: source !== null && !payMayBeShown(around, places, { source, volunteeredForClient }), person };
  }
}
