import type { DisclosureLevel, PermissionWay, SubmissionChannel } from '@domain/portal/submission.js';
import type { Schemas } from '../app/api.js';
import type { Language } from '../app/i18n.js';
import type { FieldValue } from '../ui/fields/field.js';

type Group = Record<string, FieldValue>;

/** A submission as it is filled in; what belongs together is a group of its own. */
export type Draft = Record<string, FieldValue | Group> & {
  level: DisclosureLevel;
  locale: Language;
  permission: Group;
  consent: Group;
  payVolunteered: Group;
};

/** Whether reports of the level name the person, and so may carry free text. */
export function isNamed(level: DisclosureLevel): boolean {
  return level === 'L3' || level === 'L4';
}

/** The value of a field: of the draft, or of one of its groups as `permission.givenOn`. */
export function valueOf(draft: Draft, path: string): FieldValue {
  const [name = '', inner] = path.split('.');
  const value = draft[name];
  return inner === undefined ? (value as FieldValue) : (value as Group | undefined)?.[inner];
}

function text(draft: Draft, path: string): string {
  const value = valueOf(draft, path);
  return typeof value === 'string' ? value.trim() : '';
}

function given(draft: Draft, group: string): { givenOn: string; evidence: string } | undefined {
  const [givenOn, evidence] = [text(draft, `${group}.givenOn`), text(draft, `${group}.evidence`)];
  return givenOn !== '' && evidence !== '' ? { givenOn, evidence } : undefined;
}

/** The draft as the API takes it: what is not filled in whole is left out. */
export function askedOf(draft: Draft): Schemas['PreviewReport'] {
  const permission = given(draft, 'permission');
  const how = text(draft, 'permission.how');
  const consent = given(draft, 'consent');
  const payVolunteered = draft['volunteered'] === true ? given(draft, 'payVolunteered') : undefined;
  const recommendation = isNamed(draft.level) ? text(draft, 'recommendation') : '';
  const moment = Date.parse(text(draft, 'occurredAt'));
  return {
    level: draft.level,
    locale: draft.locale,
    ...(text(draft, 'contactId') && { contactId: text(draft, 'contactId') }),
    ...(text(draft, 'templateId') && { templateId: text(draft, 'templateId') }),
    ...(text(draft, 'channel') && { channel: text(draft, 'channel') as SubmissionChannel }),
    ...(!Number.isNaN(moment) && { occurredAt: new Date(moment).toISOString() }),
    ...(permission && how && { permission: { ...permission, how: how as PermissionWay } }),
    ...(consent && { consent }),
    ...(payVolunteered && { payVolunteered }),
    ...(recommendation && { recommendation }),
  };
}

/** The fields that are not filled in, of those named. */
export function missingOf(draft: Draft, names: readonly string[]): string[] {
  return names.filter((name) => text(draft, name) === '');
}
