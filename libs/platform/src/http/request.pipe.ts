import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type Fault, Refusal } from '@domain/refusal.js';
import { isId } from './fields.js';

const nothing = '00000000-0000-0000-0000-000000000000';

/** Checks bodies and parameters against their class: unknown fields, wrong shapes and prototypes are 400 with a pointer each. An id of another form names nothing. */
@Injectable()
export class RequestPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'param') return data !== undefined && /(^id|Id)$/.test(data) && !isId(value) ? nothing : value;
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object || metatype === String) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Refusal('request.invalid', 'The body must be a JSON object.', {
        errors: [{ pointer: '', message: 'must be a JSON object' }],
      });
    }
    const named = ({ pointer, message }: Fault): Fault => ({
      pointer: type === 'body' ? pointer : `?${pointer.slice(1)}`,
      message,
    });
    return checked(metatype as new () => object, value, named);
  }
}

/** The values as an instance of their class of fields. 400 with a pointer each, below `place`, where they do not fit it. */
export function fieldsAt<T extends object>(place: string, type: new () => T, values: object): Promise<T> {
  return checked(type, values, ({ pointer, message }) => ({ pointer: `${place}${pointer}`, message }));
}

async function checked<T extends object>(type: new () => T, value: object, named: (fault: Fault) => Fault): Promise<T> {
  const stray = inherited(value, '');
  if (stray) throw new Refusal('request.invalid', undefined, { errors: [named(stray)] });
  const dto = plainToInstance(type, value, { exposeUnsetFields: false });
  const errors = await validate(dto, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return dto;
  throw new Refusal('request.invalid', undefined, { errors: errors.flatMap((error) => faults(error, '')).map(named) });
}

/** The first name in a body that every object has already, such as `constructor`: no field is named so, and libraries trust it. */
function inherited(value: unknown, above: string): Fault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const pointer = below(above, name);
    const fault = name in Object.prototype ? { pointer, message: 'is not known here' } : inherited(inner, pointer);
    if (fault) return fault;
  }
  return undefined;
}

function below(above: string, name: string): string {
  return `${above}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function faults(error: ValidationError, above: string): Fault[] {
  const pointer = below(above, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
    pointer,
    message: name === 'whitelistValidation' ? 'is not known here' : message,
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => faults(child, pointer))].slice(0, 100);
}
