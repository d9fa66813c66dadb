/** A name as its words in lower case without accents; runs of Chinese characters are words of their own. */
export function nameWords(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]+/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/['’`]/g, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).filter((word) => word !== '');
}

/** Whether two people who share a phone or mailbox may be one: some name of the one goes with some name of the other. */
export function namesGoTogether(ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): boolean {
  return ours.some((one) => theirs.some((other) => goTogether(one, other)));
}

/** The same words in any order; an initial stands for a word, and the longer name may have more words. */
function goTogether(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  const left = [...long];
  let whole = 0;
  for (const word of [...short].sort((a, b) => b.length - a.length)) {
    const same = left.indexOf(word);
    const found = same >= 0 ? same : left.findIndex((candidate) => isInitial(word, candidate));
    if (found < 0) return false;
    if (same >= 0 && word.length > 1) whole += 1;
    left.splice(found, 1);
  }
  return whole > 0 && (short.length > 1 || long.length === 1 || left.length === 0);
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}
