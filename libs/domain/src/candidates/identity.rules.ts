import { emailOf, maimaiOf, phoneOf, wechatOf } from '../imports/channels.rules.js';
import {
  dblpOf,
  githubOf,
  googleScholarOf,
  linkedinOf,
  openreviewOf,
  orcidOf,
  semanticScholarOf,
} from '../imports/identifiers.rules.js';
import { Refusal } from '../refusal.js';
import type { ChannelKind, IdentifierKind } from './candidate.js';

type Reader = (text: string) => string | undefined;

const identifierReaders: Record<IdentifierKind, Reader> = {
  openreview: openreviewOf,
  orcid: orcidOf,
  dblp: dblpOf,
  google_scholar: googleScholarOf,
  semantic_scholar: semanticScholarOf,
  github: githubOf,
  linkedin: linkedinOf,
};

const channelReaders: Record<ChannelKind, Reader> = {
  email: emailOf,
  phone: phoneOf,
  wechat: (text) => wechatOf(text)?.toLowerCase(),
  maimai: (text) => maimaiOf(text)?.normalize('NFKC').toLowerCase(),
};

/** The one form of an identifier, of a profile address or a bare id. 422 where the text is none of this kind. */
export function identifierOf(kind: IdentifierKind, text: string, pointer = ''): string {
  return read(identifierReaders[kind](text), 'candidate.identifier-value', pointer, `is no ${kind} id or address`);
}

/** The form in which channels are compared. 422 where the text is none of this kind. */
export function channelKeyOf(kind: ChannelKind, text: string, pointer = ''): string {
  return read(channelReaders[kind](text), 'candidate.channel-value', pointer, `is no ${kind}`);
}

function read(
  value: string | undefined,
  code: 'candidate.identifier-value' | 'candidate.channel-value',
  pointer: string,
  message: string,
): string {
  if (value === undefined) throw new Refusal(code, undefined, { errors: [{ pointer: `${pointer}/value`, message }] });
  return value;
}
