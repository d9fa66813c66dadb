import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import type { Locale } from '@domain/agencies/agency.js';
import type { CandidateColumn } from '@domain/exports/export.js';
import { exportAbilities } from '@domain/exports/export.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists, type Statement } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { candidateList } from '../candidates/candidate.fields.js';
import { csvOf } from './candidate-export.fields.js';
import { exportList } from './export.fields.js';
import type { ExportView } from './export.view.js';

@Injectable()
export class ExportsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(exportList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<ExportView> {
    const found = await this.lists.detail<ExportView>(exportList, actor, id);
    return { ...found, abilities: exportAbilities(actor, found.state, found.fileBytes !== null) };
  }

  /** When the actor asked for the exports of the last hour, the oldest first; who asks at the same time waits. */
  async recent(actor: Actor): Promise<string[]> {
    await this.db.rows('exports_turn', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `export ${actor.memberId}`,
    ]);
    const rows = await this.db.rows<{ at: string }>(
      'exports_recent',
      `select created_at as at from export where created_by = $1 and created_at > now() - interval '1 hour' order by created_at`,
      [actor.memberId],
    );
    return rows.map(({ at }) => at);
  }

  /** The language in which a member works: their own, or that of the agency. */
  async localeOf(memberId: string): Promise<Locale> {
    const row = await this.db.row<{ locale: Locale }>(
      'export_locale',
      'select coalesce(m.locale, a.locale) as locale from member m join agency a on a.id = m.agency_id where m.id = $1',
      [memberId],
    );
    return row?.locale ?? 'en';
  }

  /** The lines of the csv as rows of one text. 400 for filters that the list does not know. */
  lines(actor: Actor, filters: object, columns: readonly CandidateColumn[]): Statement {
    const csv = csvOf(columns);
    const { text, order, values } = this.lists.every(candidateList, actor, '/filters', filters, csv.columns);
    return { text: `select ${csv.line} as line from (${text} ${order} offset 0) as v`, order: '', values };
  }

  /** How many rows the filters find. */
  async count(actor: Actor, filters: object): Promise<number> {
    const { text, values } = this.lists.every(candidateList, actor, '/filters', filters, 'c.id');
    return this.lists.countOf({ text, values });
  }
}
