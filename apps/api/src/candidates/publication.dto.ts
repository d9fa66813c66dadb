import { Id, Link, Text, Texts, Whole } from '@platform/http/fields.js';

const maybe = { optional: true, nullable: true } as const;

/** A publication that is there already by its id or key, or a new one by its title. */
export class AddPublication {
  @Id('publication', { ...maybe, example: null }) publicationId?: string | null;
  @Text(1000, { ...maybe, example: 'Scaling laws for small models' }) title?: string | null;
  @Text(200, { ...maybe, example: 'NeurIPS' }) venue?: string | null;
  @Whole(1900, 2200, { ...maybe, example: 2025 }) year?: number | null;
  @Link(maybe) url?: string | null;
  @Text(100, { ...maybe, example: 'accepted' }) status?: string | null;
  /** What names the publication elsewhere, such as a DOI: the same key is the same publication. */
  @Text(300, { ...maybe, example: null }) externalKey?: string | null;
  @Texts(50, 100, { optional: true, example: ['Scaling'] }) keywords?: string[];
  @Whole(1, 10_000, { ...maybe, example: 4 }) authorCount?: number | null;
  /** The person's place among the authors, from 1. */
  @Whole(1, 10_000, { optional: true, example: 1 }) position?: number;
}
