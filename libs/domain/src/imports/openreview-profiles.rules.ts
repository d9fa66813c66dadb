const MAX_MERGED = 50;

/**
 * Whose profile is whose: for each author id the index of its profile, or undefined where that is open. Both lists name
 * the same people; a merged profile has another id, and is found by its name, or as the only one left. Past 50 merged
 * profiles these stay open; with an id that comes twice all do.
 */
export function profilesOfAuthors(
  authorIds: readonly string[],
  profileIds: readonly string[],
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = authorIds.map(() => undefined);
  const places = new Map(profileIds.map((id, place) => [id, place]));
  const isUnclear = places.size < profileIds.length || new Set(authorIds).size < authorIds.length;
  if (isUnclear || authorIds.length !== profileIds.length) return found;
  authorIds.forEach((id, author) => {
    found[author] = places.get(id);
    places.delete(id);
  });
  if (places.size > MAX_MERGED) return found;
  const authors = new Map<number, string[]>();
  authorIds.forEach((id, author) => found[author] === undefined && authors.set(author, namesIn(id)));
  const profiles = new Map([...places].map(([id, place]) => [place, namesIn(id)]));
  const assign = (author: number, profile: number): void => {
    found[author] = profile;
    authors.delete(author);
    profiles.delete(profile);
  };
  for (const [author, names] of [...authors]) {
    const [profile, ...others] = sharing(names, profiles);
    if (profile === undefined || others.length > 0) continue;
    if (sharing(profiles.get(profile) ?? names, authors).length === 1) assign(author, profile);
  }
  const [[lastAuthor], [lastProfile]] = [[...authors.keys()], [...profiles.keys()]];
  if (lastAuthor !== undefined && lastProfile !== undefined && authors.size === 1) assign(lastAuthor, lastProfile);
  return found;
}

function sharing(names: readonly string[], people: ReadonlyMap<number, readonly string[]>): number[] {
  return [...people].filter(([, others]) => names.some((name) => others.includes(name))).map(([place]) => place);
}

function namesIn(id: string): string[] {
  return id
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+$/, '')
    .split(/[^\p{L}]+/u)
    .filter((name) => name.length > 1);
}
