import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CandidacyView } from '../../apps/api/src/candidacies/candidacy.view.js';
import type { Agency, Member } from './agency.js';
import type { World } from './world.js';

/** What a refused request answers. */
export type Refused = { type: string; errors?: { pointer: string; message: string }[] };

export const permission = { givenOn: '2026-01-10', how: 'wechat', evidence: 'Yes, please send my profile.' };
/** A submission that no gate refuses. */
export const plain = { level: 'L2', locale: 'en', channel: 'email', permission } as const;

type Values = Record<string, unknown>;

/** Someone qualified for a search of a client that has a contact. */
export async function qualified(
  world: World,
  person: Values = {},
  search: Values = {},
): Promise<{
  agency: Agency;
  member: Member;
  candidacyId: string;
  candidateId: string;
  searchId: string;
  organizationId: string;
  contactId: string;
  submit: (values?: object, by?: Member) => ReturnType<Member['post']>;
  counts: () => Promise<unknown>;
  candidacy: () => Promise<CandidacyView>;
}> {
  const agency = await world.agency();
  const member = await agency.as('headhunter');
  const { id: organizationId } = await agency.organization();
  const made = await agency.search({ organization_id: organizationId, protection_months: 12, ...search });
  const { id: contactId } = await agency.contact({ organization_id: organizationId });
  const { id: candidateId } = await agency.candidate({ display_name: 'Ada Example', ...person });
  const { id: candidacyId } = await agency.candidacy({
    search_id: made.id,
    candidate_id: candidateId,
    stage_id: made.stages[2],
  });
  return {
    agency,
    member,
    candidacyId,
    candidateId,
    searchId: made.id,
    organizationId,
    contactId,
    submit: (values = {}, by = member) =>
      by.post(`/api/v1/candidacies/${candidacyId}/submissions`, { contactId, ...plain, ...values }),
    counts: async () => {
      const { rows } = await world.owner.query(
        `select (select count(*) from submission where agency_id = $1) as submissions,
          (select count(*) from consent where agency_id = $1) as consents,
          (select count(*) from stage_entry where agency_id = $1) as steps,
          (select count(*) from event where agency_id = $1) as events`,
        [agency.id],
      );
      const files = await readdir(join(world.config.dataDir, 'files', agency.id, 'submissions')).catch(() => []);
      return { ...rows[0], files: files.length };
    },
    candidacy: async () => (await member.get<CandidacyView>(`/api/v1/candidacies/${candidacyId}`)).body,
  };
}
