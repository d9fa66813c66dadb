import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay } from '@domain/day.js';

/** `optional`: may be absent (and is left as it is); `nullable`: null is a value (and clears). `example` stands in the API description. */
export type FieldOptions = { optional?: boolean; nullable?: boolean; example?: unknown; description?: string };

type Kind = Omit<ApiPropertyOptions, 'type'> & { type?: unknown; [extension: `x-${string}`]: unknown };

function field(options: FieldOptions, kind: Kind, ...checks: PropertyDecorator[]): PropertyDecorator {
  const described = {
    ...kind,
    required: !options.optional,
    ...(options.nullable && { nullable: true }),
    ...(options.description !== undefined && { description: options.description }),
    ...(options.example !== undefined && { example: options.example }),
  } as ApiPropertyOptions;
  return applyDecorators(
    ApiProperty(described),
    ...(options.optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(options.nullable ? [ValidateIf((_, value) => value !== null)] : []),
    ...checks,
  );
}

/** Text that PostgreSQL can keep: well-formed Unicode without NUL. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function TextOf(min: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'text',
    validator: {
      validate: (value) =>
        typeof value === 'string' && isStorable(value) && value.length >= min && [...value].length <= max,
      defaultMessage: () =>
        min > 0 ? `must be a text of ${min} to ${max} characters` : `must be a text of at most ${max} characters`,
    },
  });
}

const trim = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A text of 1 to `max` characters, trimmed, without NUL. */
export const Text = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  field({ example: 'A text', ...options }, { type: String, minLength: 1, maxLength: max }, trim, TextOf(1, max));

/** A password as it is typed, of `min` to `max` characters. */
export const Password = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'correct horse battery staple', ...options },
    { type: String, format: 'password', minLength: min, maxLength: max },
    ValidateBy({
      name: 'password',
      validator: {
        validate: (value) =>
          typeof value === 'string' && isStorable(value) && [...value].length >= min && [...value].length <= max,
        defaultMessage: () => `must have ${min} to ${max} characters`,
      },
    }),
  );

/** An e-mail address, in lower case. */
export const Email = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'someone@example.com', ...options },
    { type: String, format: 'email', maxLength: 320 },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    TextOf(3, 320),
    Matches(/^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:.]+(\.[^\s@"<>()[\]\\,;:.]+)*\.?[^\s@"<>()[\]\\,;:.]*$/u, {
      message: 'must be an e-mail address',
    }),
  );

/** A web address of http or https. */
export const Link = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'https://example.com', ...options },
    { type: String, format: 'uri', maxLength: 500 },
    trim,
    TextOf(1, 500),
    ValidateBy({
      name: 'link',
      validator: {
        validate: (value) =>
          typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
        defaultMessage: () => 'must be a web address that begins with http:// or https://',
      },
    }),
  );

/** A calendar day `YYYY-MM-DD` that exists. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-03-31', ...options },
    { type: String, format: 'date' },
    ValidateBy({
      name: 'day',
      validator: {
        validate: (value) => typeof value === 'string' && isDay(value),
        defaultMessage: () => 'must be a day such as 2026-03-31',
      },
    }),
  );

const instant = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment in ISO 8601 with its offset. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-03-31T09:30:00Z', ...options },
    { type: String, format: 'date-time' },
    ValidateBy({
      name: 'moment',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          instant.test(value) &&
          isDay(value.slice(0, 10)) &&
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => 'must be a moment such as 2026-03-31T09:30:00Z',
      },
    }),
  );

/** An exact amount as text: 0 to 10^12 with up to `places` decimals. */
export const Amount = (options: FieldOptions & { places?: number } = {}): PropertyDecorator => {
  const places = options.places ?? 4;
  const shape = new RegExp(`^(0|[1-9]\\d{0,12})(\\.\\d{1,${places}})?$`);
  return field(
    { example: '540000.00', ...options },
    { type: String, pattern: shape.source },
    ValidateBy({
      name: 'amount',
      validator: {
        validate: (value) => typeof value === 'string' && shape.test(value) && Number(value) <= 1e12,
        defaultMessage: () => `must be an amount as text, from 0 to 1000000000000 with at most ${places} decimals`,
      },
    }),
  );
};

/** An ISO 4217 code. */
export const Currency = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'CNY', ...options },
    { type: String, pattern: '^[A-Z]{3}$' },
    Matches(/^[A-Z]{3}$/, { message: 'must be a currency code such as CNY' }),
  );

/** A whole number from `min` to `max`. */
export const Whole = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: min, ...options },
    { type: 'integer', minimum: min, maximum: max },
    IsInt({ message: `must be a whole number from ${min} to ${max}` }),
    Min(min, { message: `must be a whole number from ${min} to ${max}` }),
    Max(max, { message: `must be a whole number from ${min} to ${max}` }),
  );

/** A finite number with at most `places` decimals, however small: the check of class-validator falls over 5e-324. */
function NumberOf(places: number, message: string, each = false): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(places)) === value;
  return ValidateBy({ name: 'number', validator: { validate, defaultMessage: () => message } }, { each, message });
}

/** A number from `min` to `max` with at most `places` decimals. */
export const Decimal = (min: number, max: number, places: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: min, ...options },
    { type: Number, minimum: min, maximum: max },
    NumberOf(places, `must be a number from ${min} to ${max} with at most ${places} decimals`),
    Min(min, { message: `must be a number from ${min} to ${max}` }),
    Max(max, { message: `must be a number from ${min} to ${max}` }),
  );

/** Numbers from `min` to `max` with at most `places` decimals, at most `count` of them. */
export const Decimals = (
  count: number,
  min: number,
  max: number,
  places: number,
  options: FieldOptions = {},
): PropertyDecorator => {
  const message = `must be numbers from ${min} to ${max} with at most ${places} decimals`;
  return field(
    { example: [min], ...options },
    { type: 'array', items: { type: 'number', minimum: min, maximum: max }, maxItems: count },
    IsArray({ message: 'must be a list of numbers' }),
    ArrayMaxSize(count, { message: `must have at most ${count} numbers` }),
    NumberOf(places, message, true),
    Min(min, { each: true, message }),
    Max(max, { each: true, message }),
  );
};

/** True or false. */
export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: true, ...options }, { type: Boolean }, IsBoolean({ message: 'must be true or false' }));

/** One of the given words. */
export const OneOf = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: words[0], ...options },
    { type: String, enum: [...words] },
    IsIn([...words], { message: `must be one of ${words.join(', ')}` }),
  );

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of an id. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}

const anId = (refers: string): Kind => ({ type: String, format: 'uuid', 'x-refers': refers });

/** The id of a row of `refers` (its table), which the actor's agency must have. */
export const Id = (refers: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '01900000-0000-7000-8000-000000000000', ...options },
    anId(refers),
    ValidateBy({ name: 'id', validator: { validate: isId, defaultMessage: () => 'must be an id' } }),
  );

/** Ids of rows of `refers`, each once, at most `max`. */
export const Ids = (refers: string, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: ['01900000-0000-7000-8000-000000000000'], ...options },
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max, 'x-refers': refers },
    IsArray({ message: 'must be a list of ids' }),
    ArrayMaxSize(max, { message: `must have at most ${max} ids` }),
    ArrayUnique({ message: 'must name each id once' }),
    ValidateBy(
      { name: 'id', validator: { validate: isId, defaultMessage: () => 'must be ids' } },
      { each: true, message: 'must be ids' },
    ),
  );

/** Words of one list, each once. */
export const AnyOf = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: words.slice(0, 1), ...options },
    { type: 'array', items: { type: 'string', enum: [...words] }, maxItems: words.length },
    IsArray({ message: 'must be a list' }),
    ArrayUnique({ message: 'must name each once' }),
    IsIn([...words], { each: true, message: `must be of ${words.join(', ')}` }),
  );

/** Short texts, each once, at most `count` of at most `max` characters. */
export const Texts = (count: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: ['A text'], ...options },
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: max }, maxItems: count },
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value,
    ),
    IsArray({ message: 'must be a list of texts' }),
    ArrayMaxSize(count, { message: `must have at most ${count} texts` }),
    ArrayUnique({ message: 'must name each text once' }),
    ValidateBy(
      {
        name: 'text',
        validator: {
          validate: (value) =>
            typeof value === 'string' && value.length > 0 && isStorable(value) && [...value].length <= max,
          defaultMessage: () => `must be texts of 1 to ${max} characters`,
        },
      },
      { each: true, message: `must be texts of 1 to ${max} characters` },
    ),
  );

const plain = ValidateBy({
  name: 'plain',
  validator: {
    validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    defaultMessage: () => 'must be an object',
  },
});

/** One object of a class of fields. */
export const Nested = (type: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: () => type() }, plain, ValidateNested(), Type(type));

/** Objects of a class of fields, at most `max`. */
export const NestedList = (type: () => new () => object, max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: () => type(), isArray: true, maxItems: max },
    IsArray({ message: 'must be a list of objects' }),
    ArrayMaxSize(max, { message: `must have at most ${max}` }),
    ValidateNested({ each: true }),
    Type(type),
  );

/** An object whose keys the feature itself checks. */
export const Freeform = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: {}, ...options }, { type: Object }, plain, IsObject({ message: 'must be an object' }));
