import { ApiProperty, PartialType } from '@nestjs/swagger';
import { documentKinds, type DocumentKind } from '@domain/documents/document.js';
import { Id, OneOf, Text } from '@platform/http/fields.js';

/** The parts of the multipart body beside the file. */
export class DocumentFields {
  @OneOf(documentKinds, { optional: true }) kind?: DocumentKind;
  /** What it is called here; the name of the file when absent. */
  @Text(200, { optional: true, example: 'CV, spring 2026' }) name?: string;
}

/** The parts of the multipart body of an upload beside the file. */
export class UploadFields extends DocumentFields {
  /** The offer of this person whose letter it is. */
  @Id('offer', { optional: true, example: undefined }) offerId?: string;
}

/** The multipart body as the API description shows it. */
export class UploadDocument extends UploadFields {
  @ApiProperty({ type: 'string', format: 'binary' }) file: unknown;
}

export class PatchDocument extends PartialType(DocumentFields, { skipNullProperties: false }) {}
