import { ApiProperty } from '@nestjs/swagger';
import { importFormats } from '@domain/imports/import.js';
import type { ImportFormat } from '@domain/imports/imported-row.js';
import { privacyLaws, type PrivacyLaw } from '@domain/candidates/candidate.js';
import { Freeform, OneOf, Text } from '@platform/http/fields.js';

/** The parts of the multipart body beside the file. */
export class ImportFields {
  @OneOf(importFormats) format: ImportFormat;
  @Text(300, { optional: true, example: 'Conference list 2026' }) source?: string;
  @OneOf(privacyLaws, { optional: true }) law?: PrivacyLaw;
}

/** The multipart body as the API description shows it. */
export class UploadImport extends ImportFields {
  @ApiProperty({ type: 'string', format: 'binary' }) file: unknown;
}

export class PutMapping {
  /** Column number (from 0) → what it means; a column that is not named is passed over. */
  @Freeform({ example: { '0': 'displayName' } }) mapping: Record<string, string>;
}
