import { Injectable } from '@nestjs/common';
import { matchStrengths, type MatchStrength } from '@domain/candidates/candidate.js';
import { channelKeyOf, identifierOf } from '@domain/candidates/identity.rules.js';
import { namesGoTogether } from '@domain/candidates/name.rules.js';
import { Db } from '@platform/db/db.js';
import type { MatchCandidates as Values } from './candidate.dto.js';
import { comparableNames, type Names } from './candidate.search.js';
import type { PossibleMatch, PossibleMatches } from './candidate.view.js';

type Known = Omit<PossibleMatch, 'strength'> & Names & { confidence: 'sure' | 'unsure' };

const most = 10;

const known = `c.id, c.display_name as "displayName", c.given_name as "givenName", c.family_name as "familyName",
  c.native_name as "nativeName", c.romanized_name as "romanizedName", c.current_title as "currentTitle",
  c.do_not_contact as "doNotContact",
  array(select l.name from candidate_alias l where l.agency_id = c.agency_id and l.candidate_id = c.id) as aliases,
  (select o.name from organization o where o.agency_id = c.agency_id and o.id = c.current_organization_id) as "currentOrganizationName"`;

/** Finds people who may be the one described: surely by an id, likely by a channel, maybe by the name. */
@Injectable()
export class MatchCandidates {
  constructor(private readonly db: Db) {}

  async find(values: Values): Promise<PossibleMatches> {
    const ours = comparableNames({ ...values, displayName: values.displayName ?? '' });
    const goesWith = (other: Known): boolean => namesGoTogether(ours, comparableNames(other));
    const [byId, byChannel, byName] = await Promise.all([
      this.byIdentifiers(values),
      this.byChannels(values),
      this.byNames([values.displayName, values.nativeName, values.romanizedName]),
    ]);
    const found = new Map<string, PossibleMatch>();
    const add = (one: Known, strength: MatchStrength): void => {
      const { id, displayName, nativeName, currentTitle, currentOrganizationName, doNotContact, by } = one;
      const before = found.get(id);
      if (before && matchStrengths.indexOf(before.strength) <= matchStrengths.indexOf(strength)) return;
      const match = { id, displayName, nativeName: nativeName ?? null, currentTitle, currentOrganizationName };
      found.set(id, { ...match, doNotContact, strength, by });
    };
    for (const one of byId) add(one, one.confidence === 'sure' ? 'sure' : 'maybe');
    for (const one of byChannel.filter(goesWith)) add(one, 'likely');
    for (const one of byName.filter(goesWith)) add(one, 'maybe');
    const rank = ({ strength }: PossibleMatch): number => matchStrengths.indexOf(strength);
    return { items: [...found.values()].sort((one, other) => rank(one) - rank(other)).slice(0, most) };
  }

  private async byIdentifiers({ identifiers = [] }: Values): Promise<Known[]> {
    if (identifiers.length === 0) return [];
    const given = identifiers.map(({ kind, value, confidence }, index) => {
      return { kind, value: identifierOf(kind, value, `/identifiers/${index}`), confidence: confidence ?? 'sure' };
    });
    return this.db.rows<Known>(
      'match_identifiers',
      `select ${known}, i.kind as by,
          case when i.confidence = 'sure' and t.confidence = 'sure' then 'sure' else 'unsure' end as confidence
        from unnest($1::text[], $2::text[], $3::text[]) as t (kind, value, confidence)
          join candidate_identifier i on i.agency_id = current_agency() and i.kind = t.kind and i.value = t.value
          join candidate c on c.agency_id = i.agency_id and c.id = i.candidate_id
        order by c.id limit 50`,
      [given.map(({ kind }) => kind), given.map(({ value }) => value), given.map(({ confidence }) => confidence)],
    );
  }

  private async byChannels({ channels = [] }: Values): Promise<Known[]> {
    if (channels.length === 0) return [];
    const keys = channels.map(({ kind, value }, index) => channelKeyOf(kind, value, `/channels/${index}`));
    return this.db.rows<Known>(
      'match_channels',
      `select ${known}, h.kind as by from unnest($1::text[], $2::text[]) as t (kind, key)
          join candidate_channel h on h.agency_id = current_agency() and h.kind = t.kind and h.value_key = t.key
          join candidate c on c.agency_id = h.agency_id and c.id = h.candidate_id
        order by c.id limit 50`,
      [channels.map(({ kind }) => kind), keys],
    );
  }

  private async byNames(names: readonly (string | null | undefined)[]): Promise<Known[]> {
    const rows = await Promise.all(
      names.filter(Boolean).map((name) =>
        this.db.rows<Known>(
          'match_name',
          `select ${known}, null as by from candidate c
            where c.agency_id = current_agency() and c.id in (select found.id from candidate_matches($1, false) as found (id) limit 50)
            order by c.updated_at desc`,
          [name],
        ),
      ),
    );
    return rows.flat();
  }
}
