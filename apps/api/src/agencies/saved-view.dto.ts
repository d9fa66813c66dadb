import { PartialType } from '@nestjs/swagger';
import { viewSubjects, type ViewSubject } from '@domain/agencies/agency.js';
import { Flag, OneOf, Text } from '@platform/http/fields.js';

class SavedViewValues {
  @Text(120, { example: 'Infrastructure people in Hangzhou' }) name: string;
  /** The part of the address after `?`: filters, order and columns. */
  @Text(4000, { example: 'q=infra&sort=-updatedAt' }) query: string;
  /** Whether colleagues see it. */
  @Flag({ optional: true, example: false }) shared?: boolean;
}

export class CreateSavedView extends SavedViewValues {
  @OneOf(viewSubjects) subject: ViewSubject;
}

export class PatchSavedView extends PartialType(SavedViewValues, { skipNullProperties: false }) {}
