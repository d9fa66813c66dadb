import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '../apps/api/src/documents/document.view.js';
import type { Agency, Member } from './support/agency.js';
import { offering } from './support/offering.js';
import { pdf, upload } from './support/uploads.js';
import { World } from './support/world.js';

type Problem = { type: string; errors: { pointer: string }[] };

let world: World;
let mine: Agency;
let owner: Member;
beforeAll(async () => {
  world = await World.open();
  mine = await world.agency();
  owner = await mine.as('owner');
});
afterAll(() => world.close());

describe('the letter of an offer', () => {
  it('belongs to an offer of the person, and is not there for who sees no offers', async () => {
    const { candidateId, draft } = await offering(world, mine);
    const offer = await draft();
    const url = `/api/v1/candidates/${candidateId}/documents`;
    const letter = { name: 'letter.pdf', bytes: pdf('letter') };
    const made = await upload<DocumentView>(owner, url, letter, { offerId: offer.id });
    expect([made.status, made.body]).toMatchObject([201, { kind: 'offer_letter', offerId: offer.id }]);
    const cv = await upload<DocumentView>(owner, url, { name: 'cv.pdf', bytes: pdf('cv') });
    type Listed = { items: { id: string; offerId?: string }[] };
    const listed = async (who: Member, query = ''): Promise<string[]> =>
      (await who.get<Listed>(`${url}${query}`)).body.items.map(({ id }) => id).sort();
    expect(await listed(owner)).toEqual([made.body.id, cv.body.id].sort());
    expect(await listed(owner, `?offerId=${offer.id}`)).toEqual([made.body.id]);

    const researcher = await mine.as('researcher');
    const one = `/api/v1/documents/${made.body.id}`;
    expect(await listed(researcher)).toEqual([cv.body.id]);
    for (const answer of [
      await researcher.get(one),
      await researcher.get(`${one}/file`),
      await researcher.patch(one, 1, { name: 'Mine' }),
      await researcher.post(`${one}/archival`),
      await researcher.delete(`${one}/archival`),
    ]) {
      expect(answer.status).toBe(404);
    }
    const again = { name: 'other.pdf', bytes: pdf('other') };
    const letters: Record<string, string>[] = [{ kind: 'offer_letter' }, { offerId: offer.id }];
    for (const fields of letters) {
      expect((await upload(researcher, url, again, fields)).status).toBe(403);
    }
    expect((await researcher.patch(`/api/v1/documents/${cv.body.id}`, 1, { kind: 'offer_letter' })).status).toBe(403);
    const stranger = await offering(world, mine);
    const elsewhere = await upload<Problem>(owner, url, again, { offerId: (await stranger.draft()).id });
    expect([elsewhere.status, elsewhere.body.errors[0]?.pointer]).toEqual([422, '/offerId']);
    const changed = await owner.patch<DocumentView>(one, 1, { kind: 'letter' });
    expect(changed.body).toMatchObject({ kind: 'letter', offerId: null });
    expect(await listed(researcher)).toEqual([made.body.id, cv.body.id].sort());
  });
});
