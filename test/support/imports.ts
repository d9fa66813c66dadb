import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { ImportFormat } from '@domain/imports/imported-row.js';
import { Units } from '@platform/db/units.js';
import { Files } from '@platform/files/files.js';
import { permissionsOf } from '@domain/access/policy.js';
import { ImportCheckJob } from '../../apps/api/src/imports/import-check.job.js';
import { ImportCommitJob } from '../../apps/api/src/imports/import-commit.job.js';
import { ImportUndoJob } from '../../apps/api/src/imports/import-undo.job.js';
import type { ImportView } from '../../apps/api/src/imports/import.view.js';
import { ImportsService } from '../../apps/api/src/imports/imports.service.js';
import type { Member } from './agency.js';
import type { World } from './world.js';

/** Puts the file among the agency's files and records its import, as an upload would; answers the import's id. */
export async function addImport(world: World, member: Member, path: string, format: ImportFormat): Promise<string> {
  const key = `${member.agency.id}/${randomUUID()}`;
  const files = world.app.get(Files);
  await mkdir(dirname(files.path(key)), { recursive: true });
  await copyFile(path, files.path(key));
  const file = { key, name: basename(path), bytes: (await stat(path)).size };
  const actor = {
    ...world.app.get(Units).systemActor(member.agency.id),
    memberId: member.id,
    permissions: permissionsOf(member.role, null),
  };
  return world.app.get(Units).run(actor, () => world.app.get(ImportsService).add(actor, file, { format }));
}

const never = new AbortController().signal;

/** Runs a step of the import in this process, as the worker would. */
export async function runImport(
  world: World,
  member: Member,
  id: string,
  step: 'check' | 'commit' | 'undo',
  signal: AbortSignal = never,
): Promise<ImportView> {
  const about = { agencyId: member.agency.id, subjectId: id };
  if (step === 'check') await world.app.get(ImportCheckJob).run(about, signal);
  else {
    await member.post(`/api/v1/imports/${id}/${step}`);
    await world.app.get(step === 'commit' ? ImportCommitJob : ImportUndoJob).run(about, signal);
  }
  return (await member.get<ImportView>(`/api/v1/imports/${id}`)).body;
}
