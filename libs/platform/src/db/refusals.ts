import { Refusal, type RefusalCode } from '@domain/refusal.js';

type DatabaseError = { code?: string; constraint?: string; column?: string; table?: string; detail?: string };

/** What `pg` says, without a code, when the connection is gone or none came free. */
const lost =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Constraints whose breach has a name of its own: constraint → refusal and the field it speaks of. */
const named: Record<string, [RefusalCode, string]> = {
  agency_slug_key: ['agency.slug-taken', '/slug'],
  user_email_key: ['member.exists', '/email'],
  member_agency_id_email_key: ['member.exists', '/email'],
  report_template_name: ['setting.name-taken', '/name'],
  pay_place_shipped: ['pay-place.taken', '/shipped'],
  pay_place_name: ['pay-place.taken', '/name'],
  note_template_name: ['setting.name-taken', '/name'],
  setting_name: ['setting.name-taken', '/name'],
  custom_field_key: ['custom-field.key-taken', '/key'],
  invitation_open: ['invitation.open', '/email'],
  member_client: ['member.client', '/clientId'],
  invitation_client: ['member.client', '/clientId'],
  organization_parent: ['organization.parent-cycle', '/parentId'],
  candidate_identifier_sure: ['candidate.identifier-taken', '/value'],
  document_once: ['document.duplicate', '/file'],
  search_band: ['value.out-of-range', '/bandHigh'],
  search_band_currency: ['value.out-of-range', '/bandCurrency'],
  organization_successor_self: ['organization.successor-cycle', '/successorId'],
};

/** What an error of PostgreSQL means to the one who asked: by SQLSTATE and constraint. Undefined for a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { code, constraint, column, table, detail } = (error ?? {}) as DatabaseError;
  if (error instanceof Error && lost.test(error.message)) return new Refusal('service.unavailable');
  if (typeof code !== 'string') return undefined;
  const own = constraint === undefined ? undefined : named[constraint];
  if (own) return refuse(own[0], own[1]);
  const pointer = pointerOf(constraint, column, table);
  switch (code) {
    case '23505':
      return refuse('rule.duplicate', pointer);
    case '23503':
      return detail?.includes('still referenced')
        ? refuse('rule.still-used', '')
        : refuse('reference.unknown', pointer);
    case '23502':
      return refuse('request.invalid', pointer);
    case '23514':
    case '23P01':
      return refuse('value.out-of-range', pointer);
    case '40001':
    case '40P01':
      return new Refusal('rule.conflict', 'Someone changed the same rows at the same moment; try again.');
    case '42501':
      return undefined;
    case '55P03':
    case '57014':
    case '57P01':
    case '57P02':
    case '57P03':
    case '25P03':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return new Refusal('service.unavailable');
    default:
      if (code.startsWith('22') || code.startsWith('54')) return refuse('request.invalid', pointer);
      if (code.startsWith('53') || code.startsWith('08')) return new Refusal('service.unavailable');
      return undefined;
  }
}

function refuse(code: RefusalCode, pointer: string): Refusal {
  const refusal = new Refusal(code);
  return pointer === '' ? refusal : new Refusal(code, undefined, { errors: [{ pointer, message: refusal.title }] });
}

/** `task_agency_id_assignee_id_fkey`, `note_visibility_check` → the field; nothing of tables or constraints is told. */
function pointerOf(constraint = '', column?: string, table = ''): string {
  const foreign = /_agency_id_(?:[a-z_]+_id_)?([a-z_]+?)(?:_key|_fkey)\d*$/.exec(constraint)?.[1];
  const checked =
    constraint.startsWith(`${table}_`) && /^(\w+)_check\d*$/.exec(constraint.slice(table.length + 1))?.[1];
  const name = column ?? foreign ?? (checked || '');
  return name === '' || name === 'agency_id'
    ? ''
    : `/${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}
