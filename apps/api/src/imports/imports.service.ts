import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { must, type Actor } from '@domain/access/policy.js';
import type { PrivacyLaw } from '@domain/candidates/candidate.js';
import { CSV_FIELDS, type CsvMapping, isCsvField } from '@domain/imports/csv-fields.js';
import { importTransitions } from '@domain/imports/import.rules.js';
import type { ImportFormat } from '@domain/imports/imported-row.js';
import { Refusal, refuseIf } from '@domain/refusal.js';
import { whyNotPass } from '@domain/transitions.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { Files, type ReceivedFile } from '@platform/files/files.js';
import { RequestPipe } from '@platform/http/request.pipe.js';
import { ImportFields } from './import.dto.js';
import { Import } from './import.entity.js';
import type { ImportView } from './import.view.js';
import { ImportsQueries } from './imports.queries.js';

/** What an upload says beside its file. */
export type UploadValues = { format: ImportFormat; source?: string | undefined; law?: PrivacyLaw | undefined };

@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly events: Events,
    private readonly files: Files,
    private readonly pipe: RequestPipe,
    private readonly queries: ImportsQueries,
  ) {}

  /** Takes the file to the disk first, then records the import; the check begins at once. */
  async upload(actor: Actor, request: FastifyRequest): Promise<ImportView> {
    const { file, fields } = await this.files.receive(request, actor.agencyId);
    try {
      const values = (await this.pipe.transform(fields, { type: 'body', metatype: ImportFields })) as ImportFields;
      return await this.units.run(actor, async () => this.queries.view(actor, await this.add(actor, file, values)));
    } catch (error) {
      await this.files.remove(file.key);
      throw error;
    }
  }

  /** Records an import of a file that lies on the disk already; answers its id. */
  async add(actor: Actor, file: ReceivedFile, { format, source, law }: UploadValues): Promise<string> {
    must(actor, 'import.run');
    const added = await this.db.insert(Import, {
      format,
      fileName: file.name,
      fileKey: file.key,
      fileBytes: file.bytes,
      source: source ?? null,
      law: law ?? 'none',
      createdBy: actor.memberId ?? undefined,
    });
    await this.events.record('import.uploaded', { about: added, data: { format } });
    return added.id;
  }

  /** Says what the columns of a csv mean; the check begins anew. */
  async map(actor: Actor, id: string, mapping: Record<string, string>): Promise<ImportView> {
    const found = await this.db.lock(Import, id);
    must(actor, 'import.run', found);
    if (found.format !== 'csv') throw new Refusal('import.state', 'Only a csv has a mapping.', { state: found.state });
    const checked = mappingOf(mapping, found.inspection?.header.length ?? Number.POSITIVE_INFINITY);
    refuseIf(whyNotPass(importTransitions.map, found.state, 'import.state'));
    await this.db.change(found, { mapping: checked, state: 'uploaded', errorCode: null, errorDetail: null });
    await this.events.record('import.mapped', { about: found });
    return this.queries.view(actor, id);
  }

  async commit(actor: Actor, id: string): Promise<ImportView> {
    const found = await this.db.lock(Import, id);
    must(actor, 'import.run', found);
    refuseIf(whyNotPass(importTransitions.commit, found.state, 'import.state'));
    await this.db.change(found, { state: 'committing', rowsDone: 0 });
    await this.events.record('import.committed', { about: found, data: { rows: found.rowsTotal } });
    return this.queries.view(actor, id);
  }

  async cancel(actor: Actor, id: string): Promise<ImportView> {
    const found = await this.db.lock(Import, id);
    must(actor, 'import.run', found);
    refuseIf(whyNotPass(importTransitions.cancel, found.state, 'import.state'));
    await this.db.change(found, { state: 'canceled' });
    await this.events.record('import.canceled', { about: found });
    return this.queries.view(actor, id);
  }

  async undo(actor: Actor, id: string): Promise<ImportView> {
    const found = await this.db.lock(Import, id);
    must(actor, 'import.run', found);
    refuseIf(whyNotPass(importTransitions.undo, found.state, 'import.state'));
    await this.db.change(found, { state: 'undoing', rowsDone: 0, keptEdited: 0 });
    await this.events.record('import.undo-asked', { about: found });
    return this.queries.view(actor, id);
  }
}

/** A mapping as the parser takes it. 422 for a column or meaning that does not exist. */
function mappingOf(raw: Record<string, string>, columns: number): CsvMapping {
  const errors = Object.entries(raw).flatMap(([column, meaning]) => {
    const pointer = `/mapping/${column.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!/^\d{1,3}$/.test(column) || Number(column) >= columns)
      return [{ pointer, message: 'is no column of the file' }];
    if (typeof meaning !== 'string' || !isCsvField(meaning)) {
      return [{ pointer, message: `must be one of ${Object.keys(CSV_FIELDS).join(', ')}` }];
    }
    return [];
  });
  if (errors.length > 0) throw new Refusal('import.mapping', undefined, { errors: errors.slice(0, 100) });
  return raw as CsvMapping;
}
