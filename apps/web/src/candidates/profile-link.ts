import type { IdentifierKind } from '@domain/candidates/candidate.js';
import { profileKindOf } from '@domain/candidates/profile-link.rules.js';

/** The profile that a web address is of, or undefined where the site is none of those known. */
export function identifierIn(address: string): { kind: IdentifierKind; value: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const kind = profileKindOf(new URL(address).hostname);
  return kind && { kind, value: address };
}

/** Where the profile stands on the web. */
export function addressOf(kind: IdentifierKind, value: string): string {
  const id = encodeURIComponent(value);
  return {
    openreview: `https://openreview.net/profile?id=${id}`,
    orcid: `https://orcid.org/${id}`,
    dblp: `https://dblp.org/pid/${value.split('/').map(encodeURIComponent).join('/')}`,
    google_scholar: `https://scholar.google.com/citations?user=${id}`,
    semantic_scholar: `https://www.semanticscholar.org/author/${id}`,
    github: `https://github.com/${id}`,
    linkedin: `https://www.linkedin.com/in/${id}`,
  }[kind];
}
