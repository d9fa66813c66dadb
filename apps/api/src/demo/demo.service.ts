import { Injectable } from '@nestjs/common';
import type { Role } from '@domain/access/roles.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { AddUser } from '../agencies/add-user.js';
import { FoundAgency } from '../agencies/found-agency.js';
import { DemoOffers } from './offers.js';
import { DemoSubmissions } from './submissions.js';
import { type Progress, Generator, type Size } from './generator.js';

const domain = 'demo.longlist.example';

/** Who signs in to the demo: address, name, role. The last two belong to a client and use the portal. */
export const demoUsers: readonly { address: string; name: string; role: Role }[] = [
  { address: `owner@${domain}`, name: 'Olivia Stein', role: 'owner' },
  { address: `headhunter@${domain}`, name: 'Han Lin', role: 'headhunter' },
  { address: `researcher@${domain}`, name: 'Ruth Palmer', role: 'researcher' },
  { address: `hr@${domain}`, name: 'Hugo Brandt', role: 'hr' },
  { address: `manager@${domain}`, name: 'Mei Zhou', role: 'hiring_manager' },
  { address: `clienthr@${domain}`, name: 'Clara Novak', role: 'client_hr' },
];

/** Makes the demo: an agency with people in every role, searches in every state, and a second agency so that walls can be seen. */
@Injectable()
export class DemoService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly agencies: FoundAgency,
    private readonly users: AddUser,
    private readonly generator: Generator,
    private readonly submissions: DemoSubmissions,
    private readonly offers: DemoOffers,
  ) {}

  /** Fills both agencies; all users sign in with the password. */
  async make(password: string, progress?: Progress): Promise<void> {
    const agencyId = await this.agency('Longlist Demo', 'demo', password);
    await this.generator.fill(agencyId, { candidates: 2_000 }, progress);
    await this.submissions.make(agencyId);
    await this.offers.make(agencyId);
    const client = await this.units.run(this.units.systemActor(agencyId), () =>
      this.db.row<{ id: string }>(
        'demo_client',
        'select organization_id as id from search order by opened_on, id limit 1',
      ),
    );
    for (const { address, name, role } of demoUsers.slice(4)) {
      await this.users.to(agencyId, { name, email: address, password, role, clientId: client?.id ?? null });
    }
    const other = await this.agencies.found({
      name: 'Other Search',
      slug: 'other',
      owner: { name: 'Otto Berg', email: 'headhunter@other.longlist.example', password },
    });
    const { agencyId: otherId } = await this.whose(other.id);
    await this.generator.fill(otherId, { candidates: 100, searches: 3, seed: 7 });
  }

  /** The agency of this short name, made when it is missing, with `size` more people in it. */
  async grow(slug: string, size: Size, password: string, progress?: Progress): Promise<void> {
    const known = await this.idOf(slug);
    await this.generator.fill(known ?? (await this.agency(slug, slug, password)), size, progress);
  }

  private async agency(name: string, slug: string, password: string): Promise<string> {
    const [owner, ...others] = demoUsers.slice(0, 4);
    const address = (email: string): string => (slug === 'demo' ? email : email.replace('@demo.', `@${slug}.`));
    const founded = await this.agencies.found({
      name,
      slug,
      timeZone: 'Asia/Shanghai',
      owner: { name: owner?.name ?? '', email: address(owner?.address ?? ''), password },
    });
    const { agencyId } = await this.whose(founded.id);
    for (const { address: email, name: person, role } of others) {
      await this.users.to(agencyId, { name: person, email: address(email), password, role });
    }
    return agencyId;
  }

  private async whose(memberId: string): Promise<{ agencyId: string }> {
    for (const agencyId of await this.units.agencyIds()) {
      const own = await this.units.run(this.units.systemActor(agencyId), () =>
        this.db.row('demo_member', 'select id from member where id = $1', [memberId]),
      );
      if (own) return { agencyId };
    }
    throw new Error('the agency that was founded is not there');
  }

  /** The id of the agency of this short name. */
  async idOf(slug: string): Promise<string | undefined> {
    for (const agencyId of await this.units.agencyIds()) {
      const own = await this.units.run(this.units.systemActor(agencyId), () =>
        this.db.row('agency_slug', 'select id from agency where slug = $1', [slug]),
      );
      if (own) return agencyId;
    }
    return undefined;
  }
}
