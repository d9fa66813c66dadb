import type { IdentifierKind } from './candidate.js';

const hosts: readonly (readonly [RegExp, IdentifierKind])[] = [
  [/(^|\.)openreview\.net$/, 'openreview'],
  [/(^|\.)orcid\.org$/, 'orcid'],
  [/(^|\.)dblp\.(org|uni-trier\.de)$/, 'dblp'],
  [/^scholar\.google\./, 'google_scholar'],
  [/(^|\.)semanticscholar\.org$/, 'semantic_scholar'],
  [/(^|\.)github\.com$/, 'github'],
  [/(^|\.)linkedin\.(com|cn)$/, 'linkedin'],
];

/** The kind of profile that a host of the web has, or undefined where the site is none of those known. */
export function profileKindOf(host: string): IdentifierKind | undefined {
  return hosts.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
}
