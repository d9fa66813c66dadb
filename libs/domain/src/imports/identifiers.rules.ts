const ORCID = /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dx])\/?$/i;

/** The ORCID iD as `0000-0000-0000-000X` when shape and ISO 7064 checksum hold. */
export function orcidOf(text: string): string | undefined {
  const groups = ORCID.exec(text);
  if (!groups) return undefined;
  const digits = groups.slice(1).join('').toUpperCase();
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  if (digits[15] !== (check === 10 ? 'X' : String(check))) return undefined;
  return groups.slice(1).join('-').toUpperCase();
}

const SCHOLAR_URL =
  /^(?:https?:\/\/)?scholar\.google\.[a-z.]{2,6}\/citations\/?\?(?:[^#]*&)?user=([\w-]{12})(?![\w-])/i;

/** The twelve-character Google Scholar id of a profile address or a bare id. */
export function googleScholarOf(text: string): string | undefined {
  return /^[\w-]{12}$/.test(text) ? text : SCHOLAR_URL.exec(text)?.[1];
}

const DBLP_URL =
  /^(?:https?:\/\/)?(?:www\.)?dblp(?:\.uni-trier\.de|\.org|\.dagstuhl\.de)\/(?:pid|pers\/h[dbt]?|pers)\//i;

/** The DBLP key, `12/3456`, `12/3456-7` or `h/Hadsell:Raia`, of a profile address or a bare key. */
export function dblpOf(text: string): string | undefined {
  const key = text.replace(DBLP_URL, '').replace(/\.(?:html|xml|rdf)$/i, '');
  return /^(?:\d{1,4}\/[\w-]{1,20}|[a-z]\/[\p{L}\d][\p{L}\p{M}\d:_='.-]{1,80})$/u.test(key) ? key : undefined;
}

/** The OpenReview profile id, `~First_Last1`, of a profile address or a bare id. */
export function openreviewOf(text: string): string | undefined {
  const id = text.replace(/^(?:https?:\/\/)?(?:www\.)?openreview\.net\/profile\?id=/i, '').replace(/^%7E/i, '~');
  const plain = id.includes('%') ? decodedPart(id) : id;
  return plain && /^~[^\s/?#&;,~]{1,120}\d{1,5}$/.test(plain) ? plain.normalize('NFC') : undefined;
}

/** The LinkedIn public profile name, lower case, of a profile address or a bare name. */
export function linkedinOf(text: string): string | undefined {
  const address = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.(?:com|cn)\/(?:in|mwlite\/in)\/([^/?#\s]+)/i.exec(text);
  const slug = address ? decodedPart(address[1] ?? '') : text;
  return slug && /^[\p{L}\p{M}\p{N}_-]{3,100}$/u.test(slug) ? slug.toLowerCase() : undefined;
}

/** The GitHub login, lower case, of a profile address or a bare login. */
export function githubOf(text: string): string | undefined {
  const login = text.replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '').replace(/^@|\/+$|[?#].*$/g, '');
  return /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login) ? login.toLowerCase() : undefined;
}

/** The Semantic Scholar author number of a profile address or a bare number. */
export function semanticScholarOf(text: string): string | undefined {
  const address = /^(?:https?:\/\/)?(?:www\.)?semanticscholar\.org\/author\/(?:[^/?#\s]+\/)?(\d+)\/?(?:[?#].*)?$/i;
  const id = address.exec(text)?.[1] ?? text;
  return /^[1-9]\d{0,14}$/.test(id) ? id : undefined;
}

function decodedPart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
