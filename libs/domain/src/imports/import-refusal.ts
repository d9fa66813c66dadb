export type ImportRefusalCode =
  | 'import.archive'
  | 'import.child-limits'
  | 'import.damaged'
  | 'import.empty'
  | 'import.failed'
  | 'import.mapping'
  | 'import.no-name-column'
  | 'import.not-authorships'
  | 'import.not-text'
  | 'import.too-large'
  | 'import.too-many-columns'
  | 'import.too-many-rows'
  | 'import.venue-unknown';

/** A whole file is refused; `detail` says why in one sentence without any value of the file. */
export class ImportRefusal extends Error {
  readonly code: ImportRefusalCode;
  readonly detail: string;

  constructor(code: ImportRefusalCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'ImportRefusal';
    this.code = code;
    this.detail = detail;
  }
}
