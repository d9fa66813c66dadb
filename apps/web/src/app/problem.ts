/** What a refusal names: where in the request (`/name`, `/base/amount`, `?limit`) and what holds there. */
export type Fault = { pointer: string; message: string };

type ProblemBody = { type?: string; title?: string; status?: number; detail?: string; errors?: Fault[] };

const prefix = 'urn:longlist:';

/** An answer that is not a success, read from problem+json; `status` 0 and code `network` when no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly errors: readonly Fault[],
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

/** The problem in a response that is not ok, whatever its body holds. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const { type, title, detail, errors, ...facts } = (typeof body === 'object' && body ? body : {}) as ProblemBody;
  return new Problem(
    response.status,
    type?.startsWith(prefix) ? type.slice(prefix.length) : `http.${response.status}`,
    title ?? response.statusText,
    detail,
    Array.isArray(errors) ? errors : [],
    facts,
  );
}

/** Any thrown value as a problem: what is not one counts as no answer from the network. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof TypeError && /fetch|network|load failed/i.test(message) ? 'network' : 'client';
  return new Problem(0, code, message, undefined, [], {});
}

/** The form path of a JSON pointer or query pointer: `/base/amount` → `base.amount`, `?limit` → `limit`. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^[?#]?\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
