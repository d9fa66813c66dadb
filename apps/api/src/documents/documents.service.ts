import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { must, type Actor } from '@domain/access/policy.js';
import { type DocumentMedia, largestDocument } from '@domain/documents/document.js';
import { kindOf, seesKind, whyNotArchive, whyNotChange, whyNotTwice } from '@domain/documents/document.rules.js';
import { Refusal, refuseIf, unknownReference } from '@domain/refusal.js';
import { termsOf } from '@platform/access/unit-of-work.interceptor.js';
import { AfterAnswer } from '@platform/access/after-answer.js';
import { Clock } from '@platform/clock/clock.js';
import { Db } from '@platform/db/db.js';
import { Units } from '@platform/db/units.js';
import { Events } from '@platform/events/events.js';
import { checkFile } from '@platform/files/check-file.js';
import { Files, type ReceivedFile, sha256Of } from '@platform/files/files.js';
import { RequestPipe } from '@platform/http/request.pipe.js';
import type { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import { Candidate } from '../candidates/candidate.entity.js';
import { CandidateGate } from '../candidates/candidate-gate.js';
import { type PatchDocument, UploadFields } from './document.dto.js';
import { Document } from './document.entity.js';
import type { DocumentView } from './document.view.js';
import { DocumentsQueries } from './documents.queries.js';

type Checked = { id: string; media: DocumentMedia; bytes: number; sha256: Buffer; receivedSha256: Buffer };

/** Where the files of an agency lie: `incoming` while they are looked at, then under the id of their row. */
export const incomingOf = (agencyId: string): string => `${agencyId}/incoming`;
export const folderOf = (agencyId: string): string => `${agencyId}/documents`;

@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: Db,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly files: Files,
    private readonly pipe: RequestPipe,
    private readonly gate: CandidateGate,
    private readonly afterAnswer: AfterAnswer,
    private readonly queries: DocumentsQueries,
  ) {}

  /** Takes the file to the disk, looks into it, keeps it, and only then writes its row: no row ever lacks its file. */
  async upload(actor: Actor, candidateId: string, request: FastifyRequest): Promise<DocumentView> {
    const { agencyId } = actor;
    const terms = termsOf(request);
    const { file, fields } = await this.files.receive(request, incomingOf(agencyId), { largest: largestDocument });
    let kept: string | undefined;
    try {
      const values = (await this.pipe.transform(fields, { type: 'body', metatype: UploadFields })) as UploadFields;
      const id = await this.units.run(actor, () => this.place(actor, candidateId, values), { readOnly: true, terms });
      const checked = await this.check(id, file);
      const key = `${folderOf(agencyId)}/${id}`;
      kept = key;
      await this.files.keep(key, this.files.path(file.key));
      const named = { name: file.name, ...values };
      return await this.units.run(actor, () => this.add(actor, candidateId, checked, named), { terms });
    } catch (error) {
      await this.files.remove(file.key);
      if (kept !== undefined) await this.files.discard(kept);
      throw error;
    }
  }

  async patch(actor: Actor, id: string, values: PatchDocument): Promise<DocumentView> {
    const document = await this.seen(actor, id, 'document.edit');
    refuseIf(whyNotChange(document));
    const { kind = document.kind } = values;
    if (!seesKind(actor, kind)) must(actor, 'offer.read');
    await this.db.change(document, { ...values, ...(kind !== 'offer_letter' && { offerId: null }) });
    await this.events.record('document.changed', { about: document, data: { fields: Object.keys(values) } });
    return this.queries.view(actor, id);
  }

  /** Removes the document, or brings it back. */
  async archive(actor: Actor, id: string, archived: boolean): Promise<DocumentView> {
    const document = await this.seen(actor, id, 'document.edit');
    refuseIf(whyNotArchive(document, archived));
    if (!archived) refuseIf(whyNotTwice(await this.queries.same(document.candidateId, document.receivedSha256)));
    await this.db.change(document, { archivedAt: archived ? this.clock.now().toISOString() : null });
    await this.events.record(archived ? 'document.removed' : 'document.restored', {
      about: document,
      data: { kind: document.kind },
    });
    return this.queries.view(actor, id);
  }

  /** The file and its row; that it was taken is recorded after the answer. */
  async download(actor: Actor, id: string, reply: FastifyReply): Promise<{ document: Document; bytes: Readable }> {
    const document = await this.units.run(actor, () => this.seen(actor, id, 'document.read'), { readOnly: true });
    const bytes = await this.files.read(`${folderOf(actor.agencyId)}/${document.id}`);
    const { kind } = document;
    this.afterAnswer.run(reply, actor, () =>
      this.events.record('document.downloaded', { about: document, data: { kind } }),
    );
    return { document, bytes };
  }

  /** The document of a kind that the actor sees; any other is not there. */
  private async seen(actor: Actor, id: string, permission: 'document.read' | 'document.edit'): Promise<Document> {
    const document = await this.db.get(Document, id);
    must(actor, permission, document);
    if (!seesKind(actor, document.kind)) throw new Refusal('resource.not-found');
    return document;
  }

  /** Refuses early what cannot be added whatever the file holds; answers the id that the document will have. */
  private async place(actor: Actor, candidateId: string, { kind, offerId }: UploadFields): Promise<string> {
    must(actor, 'document.edit', await this.db.get(Candidate, candidateId));
    if (!seesKind(actor, kindOf(kind, offerId))) must(actor, 'offer.read');
    if (offerId !== undefined && !(await this.queries.hasOffer(candidateId, offerId)))
      throw unknownReference('/offerId');
    return this.queries.nextId();
  }

  private async check(id: string, { key }: ReceivedFile): Promise<Checked> {
    const path = this.files.path(key);
    const receivedSha256 = await sha256Of(path);
    const media = await checkFile(path);
    return { id, media, bytes: (await stat(path)).size, sha256: await sha256Of(path), receivedSha256 };
  }

  private async add(
    actor: Actor,
    candidateId: string,
    checked: Checked,
    { name, kind: asked, offerId }: Required<Pick<UploadFields, 'name'>> & UploadFields,
  ): Promise<DocumentView> {
    await this.gate.open(actor, candidateId, 'document.edit');
    if (actor.memberId === null) throw new Refusal('access.denied');
    refuseIf(whyNotTwice(await this.queries.same(candidateId, checked.receivedSha256)));
    const kind = kindOf(asked, offerId);
    const values = { candidateId, offerId: offerId ?? null, name, kind, addedBy: actor.memberId };
    const document = await this.db.insert(Document, { ...checked, ...values });
    await this.events.record('document.added', { about: document, data: { kind } });
    return this.queries.view(actor, document.id);
  }
}
