type Raw = Record<string, unknown>;

/** The parameters of a query string, flat: one value is a string, a repeated name a list. */
export function parseSearch(search: string): Raw {
  const params = new URLSearchParams(search);
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** The query string of flat parameters; what is absent, empty or false leaves no trace. */
export function stringifySearch(search: Raw): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) params.append(name, String(one));
    }
  }
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}

/** One text of at most 500 characters. */
export function text(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one.slice(0, 500) : undefined;
}

/** A list of texts; none is undefined. */
export function texts(value: unknown): string[] | undefined {
  const all = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  return all.length > 0 ? all : undefined;
}

/** One of the allowed texts. */
export function oneOf<const Allowed extends string>(allowed: readonly Allowed[], value: unknown): Allowed | undefined {
  return allowed.find((one) => one === value);
}

/** Those of the allowed texts that are there. */
export function someOf<const Allowed extends string>(
  allowed: readonly Allowed[],
  value: unknown,
): Allowed[] | undefined {
  const found = allowed.filter((one) => texts(value)?.includes(one));
  return found.length > 0 ? found : undefined;
}

/** Set or not there. */
export function flag(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined;
}
