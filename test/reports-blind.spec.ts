import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { locales } from '@domain/agencies/agency.js';
import type { ReportPreview, SubmissionView } from '../apps/api/src/portal/submission.view.js';
import { personName } from '../apps/api/src/demo/names.js';
import { Random } from '../apps/api/src/demo/random.js';
import type { Agency, Member } from './support/agency.js';
import { World } from './support/world.js';

const people = 200;
const blind = ['L0', 'L1', 'L2'] as const;

/** Someone in a search, with a word that is theirs alone in every text that is about them. */
type Marked = { candidacyId: string; hidden: string[]; city: string };

describe('blind reports of generated people', () => {
  let world: World;
  let agency: Agency;
  let member: Member;
  let contactId: string;
  const marked: Marked[] = [];

  beforeAll(async () => {
    world = await World.open();
    agency = await world.agency();
    member = await agency.as('headhunter');
    const client = await agency.organization({ name: 'The Client' });
    contactId = (await agency.contact({ organization_id: client.id })).id;
    const { id: searchId } = await agency.search({ organization_id: client.id, title: 'Research Lead' });
    const family = await agency.insert('setting', { kind: 'role_family', name: 'Inference', position: 0 });
    const random = new Random(4471);
    for (let index = 0; index < people; index += 1) marked.push(await mark(index, random, searchId, family.id));
  }, 60_000);
  afterAll(() => world.close());

  /** A generated person, whose every text holds a canary. */
  async function mark(index: number, random: Random, searchId: string, familyId: string): Promise<Marked> {
    const canary = (what: string): string => `zq${what}${index}w`;
    const name = personName(random);
    const city = `${canary('city')} ville`;
    const organization = await agency.organization({
      kind: random.pick(['company', 'lab', 'university']),
      name: `${canary('employer')} Labs`,
      native_name: `${canary('native')}研究院`,
      country: random.pick(['China', 'USA', 'Germany']),
      description: canary('description'),
    });
    await agency.insert('organization_alias', {
      organization_id: organization.id,
      kind: 'name',
      value: canary('alias'),
      value_key: canary('alias'),
    });
    const { id: candidate_id } = await agency.candidate({
      display_name: `${name.display} ${canary('display')}`,
      given_name: canary('given'),
      family_name: canary('family'),
      native_name: name.native ?? `姓${canary('script')}`,
      romanized_name: canary('romanized'),
      pseudonym: random.chance(0.5) ? `Candidate ${canary('given')}` : null,
      headline: canary('headline'),
      technical_route: canary('route'),
      source_detail: canary('source'),
      role_family_id: familyId,
      seniority: random.pick(['senior', 'staff']),
      city,
      country: random.pick(['China', 'USA', 'Germany']),
      work_authorization: random.pick(['authorized', 'needs_sponsorship']),
      custom: JSON.stringify({ field: canary('custom') }),
      current_organization_id: organization.id,
      current_title: canary('title'),
    });
    const own = { candidate_id };
    await agency.insert('candidate_identifier', { ...own, kind: 'openreview', value: `~${canary('identifier')}` });
    await agency.insert('candidate_channel', {
      ...own,
      kind: 'wechat',
      value: canary('channel'),
      value_key: canary('channel'),
    });
    const titles = [
      `Lead of ${canary('product')}`,
      canary('title'),
      'Research Scientist',
      `Scientist at ${canary('alias')}`,
    ];
    await agency.insert('affiliation', {
      ...own,
      organization_id: organization.id,
      type: random.pick(['employment', 'study']),
      title: random.pick(titles),
      level: canary('level'),
      team: random.chance(0.7) ? canary('team') : 'Inference',
      source: canary('affiliationsource'),
      started_on: `20${random.whole(10, 24)}-03-17`,
    });
    const work = await agency.insert('publication', {
      title: `${canary('paper')} of all`,
      venue: canary('venue'),
      year: 2024,
    });
    await agency.insert('authorship', { ...own, publication_id: work.id, position: 1 });
    for (const kind of ['area', 'skill', 'motive', 'language']) {
      await agency.insert('candidate_topic', { ...own, kind, name: canary(kind) });
      await agency.insert('candidate_topic', { ...own, kind, name: `Common ${kind}` });
    }
    const pay = {
      currency: 'USD',
      base_per: 'year',
      source: 'asked',
      stated_on: '2026-01-01',
      note: canary('paynote'),
    };
    const cash = 300_000 + random.whole(1, 99_999);
    await agency.insert('package', {
      ...own,
      ...pay,
      kind: 'expected',
      base_amount: cash,
      annual_cash_minor: cash * 100,
    });
    await agency.insert('candidate_alias', { ...own, name: canary('othername') });
    await agency.insert('covenant', {
      ...own,
      kind: 'notice',
      months: 3,
      starts_from: 'resignation',
      note: canary('covenant'),
    });
    await agency.insert('note', { ...own, author_id: member.id, visibility: 'client', body: canary('note') });
    const { id: candidacyId } = await agency.candidacy({ ...own, search_id: searchId, next_action: canary('next') });
    const full = [...name.display.split(/\s+/), name.native].filter((part) => part !== null && part.length > 2);
    return {
      candidacyId,
      hidden: [`${index}w`, name.display, ...full.filter((part): part is string => part !== null)],
      city,
    };
  }

  /** What anyone can read in the file: its text, its metadata and its bytes outside of compressed streams. */
  async function readable(pdf: Uint8Array): Promise<{ text: string; info: Record<string, unknown>; raw: string }> {
    const raw = Buffer.from(pdf)
      .toString('latin1')
      .replaceAll(/stream\r?\n[^]*?endstream/g, '');
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: true });
    const { info, metadata } = await getMeta(document);
    expect(Object.keys(metadata ?? {})).toEqual([]);
    return { text, info, raw };
  }

  it('hold nothing that the level hides: text, metadata and file name, in every language', async () => {
    let read = 0;
    for (const [index, { candidacyId, hidden, city }] of marked.entries()) {
      for (const [step, level] of blind.entries()) {
        const locale = locales[(index + step) % locales.length];
        const { body } = await member.post<ReportPreview>(`/api/v1/candidacies/${candidacyId}/report-preview`, {
          level,
          locale,
          withPdf: step === index % blind.length,
        });
        expect(body.text).not.toMatch(level === 'L2' ? /zq(?!city)[a-z]+\d/ : /zq[a-z]+\d/);
        if (body.pdf === null) continue;
        const { text, info, raw } = await readable(Buffer.from(body.pdf, 'base64'));
        const words = text.replaceAll(/\s+/g, '');
        expect(words.length).toBeGreaterThan(50);
        expect(words).toContain('Inference');
        expect(info['Title']).toMatch(
          /^(Candidate report|Market profile|推荐报告|市场画像|Kandidatenprofil|Marktprofil)$/,
        );
        const told = Object.keys(info).filter((key) => /author|creat|produc|date|keyword|subject|custom/i.test(key));
        expect(told).toEqual([]);
        expect(body.fileName).toMatch(/^candidate-report-C-[0-9A-F]{4}\.pdf$/);
        const everything = [text, words, body.text, body.fileName, JSON.stringify(info), raw]
          .map((part) => (level === 'L2' ? part.replaceAll(city, '').replaceAll(city.replace(' ', ''), '') : part))
          .join('\n');
        for (const one of hidden)
          expect([candidacyId, level, everything.includes(one) && one]).toEqual([candidacyId, level, false]);
        expect(everything).not.toMatch(/zq[a-z]/);
        read += 1;
      }
    }
    expect(read).toBe(people);
  }, 120_000);

  it('show what the level does show, as the level above would be seen to hide it', async () => {
    const [one] = marked;
    const see = async (level: string): Promise<string> => {
      const url = `/api/v1/candidacies/${one?.candidacyId}/report-preview`;
      const { body } = await member.post<ReportPreview>(url, { level, locale: 'en', withPdf: true });
      return (await readable(Buffer.from(body.pdf ?? '', 'base64'))).text.replaceAll(/\s+/g, '');
    };
    expect(await see('L1')).toContain('Commonarea');
    expect(await see('L2')).toContain('3months');
    expect(await see('L3')).toMatch(/zqdisplay0w[^]*zqemployer0w[^]*zqpaper0w/);
    expect(await see('L3')).not.toContain('zqchannel0w');
    expect(await see('L4')).toMatch(/zqchannel0w[^]*zqidentifier0w/);
  });

  it('are kept as they were previewed', async () => {
    const [one] = marked;
    const { body } = await member.post<SubmissionView>(`/api/v1/candidacies/${one?.candidacyId}/submissions`, {
      contactId,
      level: 'L1',
      locale: 'zh',
      channel: 'wechat',
      permission: { givenOn: '2026-01-10', how: 'call', evidence: 'On the phone.' },
    });
    const file = await world.app.inject({
      method: 'GET',
      url: `/api/v1/submissions/${body.id}/report`,
      headers: member.headers,
    });
    const { text } = await readable(file.rawPayload);
    expect(text.replaceAll(/\s+/g, '')).toMatch(new RegExp(`推荐报告${body.code}[^]*研究方向`));
    expect(file.headers['content-disposition']).toContain(`candidate-report-${body.code}.pdf`);
  });
});
