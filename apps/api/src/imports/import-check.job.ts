import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { namesGoTogether } from '@domain/candidates/name.rules.js';
import { channelKeyOf } from '@domain/candidates/identity.rules.js';
import { joiningIdentifiers } from '@domain/imports/import.rules.js';
import { ImportRefusal } from '@domain/imports/import-refusal.js';
import type { RowVerdict } from '@domain/imports/import.js';
import type { ImportedPerson, ImportFormat, ParsedRow } from '@domain/imports/imported-row.js';
import { Bulk } from '@platform/db/bulk.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files } from '@platform/files/files.js';
import type { RecordedEvent } from '@platform/jobs/reactions.js';
import { comparableNames, type Names } from '../candidates/candidate.search.js';
import { inspectCsv, parseFile } from './formats/parse-file.js';
import { Import } from './import.entity.js';

type Known = { row_key: string; content_hash: string; candidate_id: string };
type Shared = {
  kind: string;
  value_key: string;
  candidate_id: string;
  display_name: string;
  native_name: string | null;
  romanized_name: string | null;
};
/** Someone whom a channel reaches; names are compared only when another row names the channel. */
type Namesake = { candidateId: string; names: Names };

/** Who of the file is who: ids of people that the rows name, those of the base and those that are yet to be made. */
type People = {
  byIdentifier: Map<string, string>;
  byChannel: Map<string, Namesake[]>;
  byKey: Map<string, { hash: string; candidateId: string }>;
  known: Set<string>;
};

type Staged = { parsed: ParsedRow; key: string; hash: string; verdict: RowVerdict; candidateId: string | null };

/**
 * The dry run: reads the file in a child process and says of each row what would become of it. Begins anew when it is killed.
 * Each step changes the import at the version that the step before left: a run that another one, a cancellation or a new
 * mapping overtook stops by itself.
 */
@Injectable()
export class ImportCheckJob {
  constructor(
    private readonly db: Db,
    private readonly bulk: Bulk,
    private readonly units: Units,
    private readonly events: Events,
    private readonly files: Files,
  ) {}

  async run(
    { agencyId, subjectId }: Pick<RecordedEvent, 'agencyId' | 'subjectId'>,
    signal: AbortSignal,
  ): Promise<void> {
    const actor = this.units.systemActor(agencyId);
    const id = subjectId ?? '';
    const unit = <T>(work: () => Promise<T>): Promise<T> => this.units.run(actor, work, { timeout: 60_000 });
    const begun = await unit(() => this.begin(id));
    if (!begun) return;
    let latest: Import | undefined = begun;
    try {
      const path = this.files.path(begun.fileKey);
      if (begun.format === 'csv' && !begun.inspection) {
        const inspection = await inspectCsv(path, signal);
        begun.mapping ??= inspection.guessed;
        latest = await unit(() =>
          this.step(begun, (found) => this.db.change(found, { inspection, mapping: begun.mapping })),
        );
      }
      const people: People = { byIdentifier: new Map(), byChannel: new Map(), byKey: new Map(), known: new Set() };
      let share = 0;
      const rows = parseFile(path, {
        format: begun.format,
        fileName: begun.fileName,
        signal,
        onShare: (read) => (share = read),
        ...(begun.mapping && begun.format === 'csv' && { mapping: begun.mapping }),
      });
      for await (const batch of rows) {
        if (!latest) return;
        const before: Import = latest;
        latest = await unit(() => this.step(before, (found) => this.stage(found, batch, people, share)));
      }
      const last = latest;
      if (last) await unit(() => this.step(last, (found) => this.finish(found)));
    } catch (error) {
      if (signal.aborted || !(error instanceof ImportRefusal)) throw error;
      const last = latest;
      if (last) await unit(() => this.step(last, (found) => this.fail(found, error)));
    }
  }

  private async begin(id: string): Promise<Import | undefined> {
    const found = await this.db.lock(Import, id);
    if (found.state !== 'uploaded' && found.state !== 'checking') return undefined;
    await this.db.write('import_row', 'import_rows_clear', 'delete from import_row where import_id = $1', [id]);
    const fresh = { rowsTotal: 0, rowsDone: 0, rowsCreated: 0, rowsJoined: 0, rowsUnchanged: 0, rowsRejected: 0 };
    const changed = await this.db.change(found, {
      ...fresh,
      state: 'checking',
      shareRead: 0,
      errorCode: null,
      errorDetail: null,
    });
    return changed;
  }

  /** Changes the import unless somebody else did since `before`. */
  private async step(before: Import, work: (found: Import) => Promise<Import>): Promise<Import | undefined> {
    const found = await this.db.lock(Import, before.id);
    return found.version === before.version ? work(found) : undefined;
  }

  private async stage(found: Import, batch: ParsedRow[], people: People, share: number): Promise<Import> {
    const staged = await this.verdicts(found.format, batch, people);
    await this.bulk.add(
      'import_row',
      staged.map(({ parsed, key, hash, verdict, candidateId }) => ({
        import_id: found.id,
        row: parsed.row,
        line: parsed.line,
        row_key: parsed.person ? key : parsed.key,
        content_hash: parsed.person ? hash : null,
        content: verdict === 'create' || verdict === 'join' ? contentOf(parsed) : null,
        name: parsed.person?.displayName.slice(0, 200) ?? null,
        verdict,
        candidate_id: candidateId,
        reject_code: parsed.reject?.code ?? null,
        reject_message: parsed.reject?.message ?? null,
        reject_column: parsed.reject?.column ?? null,
        warnings: parsed.warnings ?? [],
      })),
    );
    const count = (...verdicts: RowVerdict[]): number =>
      staged.filter(({ verdict }) => verdicts.includes(verdict)).length;
    return this.db.change(found, {
      shareRead: share,
      rowsTotal: found.rowsTotal + staged.length,
      rowsCreated: found.rowsCreated + count('create'),
      rowsJoined: found.rowsJoined + count('join'),
      rowsUnchanged: found.rowsUnchanged + count('unchanged'),
      rowsRejected: found.rowsRejected + count('rejected'),
    });
  }

  private async finish(found: Import): Promise<Import> {
    await this.db.rows('analyze_import_row', 'analyze import_row');
    const checked = await this.db.change(found, { state: 'checked', shareRead: 1 });
    await this.events.record('import.checked', { about: found, data: { rows: found.rowsTotal } });
    return checked;
  }

  private async fail(found: Import, { code, detail }: ImportRefusal): Promise<Import> {
    const failed = await this.db.change(found, { state: 'failed', errorCode: code, errorDetail: detail });
    await this.events.record('import.failed', { about: found, data: { code } });
    return failed;
  }

  private async verdicts(format: ImportFormat, batch: ParsedRow[], people: People): Promise<Staged[]> {
    const rows = batch.map((parsed) => {
      const hash = hashOf(parsed);
      return { parsed, hash, key: parsed.key ?? hash };
    });
    await this.recall(
      format,
      rows.filter(({ parsed }) => parsed.person).map(({ key }) => key),
      people,
    );
    await this.recognize(format, batch, people);
    const fresh = await this.db.rows<{ id: string }>('fresh_ids', 'select uuidv7() as id from generate_series(1, $1)', [
      rows.length,
    ]);
    return rows.map((row, index) => {
      const { parsed, hash, key } = row;
      const { person } = parsed;
      if (!person) return { ...row, verdict: 'rejected', candidateId: null };
      const seen = people.byKey.get(key);
      if (seen?.hash === hash) return { ...row, verdict: 'unchanged', candidateId: seen.candidateId };
      const who = whoIs(format, person, people);
      if (who.length > 1) {
        const reject = { code: 'import.several-people', message: 'Its identifiers belong to several people' };
        return { ...row, parsed: { ...parsed, reject }, verdict: 'rejected', candidateId: null };
      }
      const candidateId = seen?.candidateId ?? who[0] ?? fresh[index]?.id ?? '';
      const verdict = people.known.has(candidateId) ? 'join' : 'create';
      remember(format, person, candidateId, people);
      people.byKey.set(key, { hash, candidateId });
      return { ...row, verdict, candidateId };
    });
  }

  /** Which rows stand in the base from an earlier import. */
  private async recall(source: string, keys: readonly string[], people: People): Promise<void> {
    const rows = await this.db.rows<Known>(
      'import_known',
      'select row_key, content_hash, candidate_id from import_key where source = $1 and row_key = any($2)',
      [source, keys],
    );
    for (const { row_key, content_hash, candidate_id } of rows) {
      if (people.byKey.has(row_key)) continue;
      people.byKey.set(row_key, { hash: content_hash, candidateId: candidate_id });
      people.known.add(candidate_id);
    }
  }

  /** Which people of the base have an identifier or a channel that the rows name. */
  private async recognize(format: ImportFormat, batch: readonly ParsedRow[], people: People): Promise<void> {
    const identifiers = batch.flatMap(({ person }) => (person ? joiningIdentifiers(format, person) : []));
    const found = await this.db.rows<{ kind: string; value: string; candidate_id: string }>(
      'import_identified',
      `select i.kind, i.value, i.candidate_id from unnest($1::text[], $2::text[]) as asked (kind, value)
        cross join lateral (select i.kind, i.value, i.candidate_id from candidate_identifier i
          where i.kind = asked.kind and i.value = asked.value and i.confidence = 'sure' limit 1) as i`,
      [identifiers.map(({ kind }) => kind), identifiers.map(({ value }) => value)],
    );
    for (const { kind, value, candidate_id } of found) {
      if (!people.byIdentifier.has(`${kind}:${value}`)) people.byIdentifier.set(`${kind}:${value}`, candidate_id);
      people.known.add(candidate_id);
    }
    const channels = batch.flatMap(({ person }) => person?.channels ?? []);
    if (channels.length === 0) return;
    const shared = await this.db.rows<Shared>(
      'import_reached',
      `select h.kind, h.value_key, h.candidate_id, c.display_name, c.native_name, c.romanized_name
        from unnest($1::text[], $2::text[]) as asked (kind, value_key)
        join candidate_channel h on h.kind = asked.kind and h.value_key = asked.value_key
        join candidate c on c.agency_id = h.agency_id and c.id = h.candidate_id`,
      [channels.map(({ kind }) => kind), channels.map(({ kind, value }) => channelKeyOf(kind, value))],
    );
    for (const row of shared) {
      people.known.add(row.candidate_id);
      const names = { displayName: row.display_name, nativeName: row.native_name, romanizedName: row.romanized_name };
      addNamesake(people, `${row.kind}:${row.value_key}`, { candidateId: row.candidate_id, names });
    }
  }
}

/** The people whom the row names: by a strong identifier, else by a channel with a name that goes with theirs. Never by a name alone. */
function whoIs(format: ImportFormat, person: ImportedPerson, people: People): string[] {
  const strong = joiningIdentifiers(format, person)
    .map(({ kind, value }) => people.byIdentifier.get(`${kind}:${value}`))
    .filter((id) => id !== undefined);
  if (strong.length > 0) return [...new Set(strong)];
  if (!person.channels?.length) return [];
  const names = comparableNames(person);
  const reached = person.channels.flatMap(({ kind, value }) =>
    (people.byChannel.get(`${kind}:${channelKeyOf(kind, value)}`) ?? []).filter((other) =>
      namesGoTogether(names, comparableNames(other.names)),
    ),
  );
  return [...new Set(reached.map(({ candidateId }) => candidateId))].slice(0, 1);
}

function remember(format: ImportFormat, person: ImportedPerson, candidateId: string, people: People): void {
  people.known.add(candidateId);
  for (const { kind, value } of joiningIdentifiers(format, person)) {
    people.byIdentifier.set(`${kind}:${value}`, candidateId);
  }
  if (!person.channels?.length) return;
  const { displayName, givenName, familyName, nativeName, romanizedName, aliases } = person;
  const names = { displayName, givenName, familyName, nativeName, romanizedName, aliases };
  for (const { kind, value } of person.channels) {
    addNamesake(people, `${kind}:${channelKeyOf(kind, value)}`, { candidateId, names });
  }
}

function addNamesake(people: People, key: string, namesake: Namesake): void {
  const others = people.byChannel.get(key) ?? [];
  if (!others.some(({ candidateId }) => candidateId === namesake.candidateId))
    people.byChannel.set(key, [...others, namesake]);
}

function contentOf({ person, affiliations, publication }: ParsedRow): object {
  return { person, affiliations, publication };
}

function hashOf(parsed: ParsedRow): string {
  return createHash('sha256')
    .update(JSON.stringify(contentOf(parsed)))
    .digest('base64url')
    .slice(0, 22);
}
