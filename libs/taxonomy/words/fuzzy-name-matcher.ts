/** Minimum trigram similarity of two names. */
const LIKE = 0.45;
/** Minimum length of a name for fuzzy matching. Shorter names are too similar to each other. */
const LEAST_LETTERS = 5;
/** From this length on two typos are allowed instead of one. */
const LONG = 9;

/** Fuzzy matching of names. */
export class FuzzyNameMatcher {
  private readonly byTrigram = new Map<string, string[]>();
  private readonly sizes = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      if (name.length < LEAST_LETTERS) continue;
      const trigrams = trigramsOf(name);
      this.sizes.set(name, trigrams.size);
      for (const one of trigrams) {
        this.byTrigram.set(one, [...(this.byTrigram.get(one) ?? []), name]);
      }
    }
  }

  /** The name most similar to a folded text; undefined if none is similar enough. */
  nearest(text: string): string | undefined {
    if (text.length < LEAST_LETTERS) return undefined;
    const shared = new Map<string, number>();
    const trigrams = trigramsOf(text);
    for (const one of trigrams) {
      for (const name of this.byTrigram.get(one) ?? []) {
        shared.set(name, (shared.get(name) ?? 0) + 1);
      }
    }
    const likeness = (name: string, both: number) =>
      both / (trigrams.size + this.sizes.get(name)! - both);
    const slips = text.length < LONG ? 1 : 2;
    return [...shared]
      .map(([name, both]) => ({ name, like: likeness(name, both) }))
      .filter(({ name, like }) => like >= LIKE && editDistance(text, name) <= slips)
      .toSorted((a, b) => b.like - a.like || (a.name < b.name ? -1 : 1))[0]?.name;
  }
}

/** Trigrams as in pg_trgm: each word is padded with two spaces before and one after. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const letters = `  ${word} `;
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3));
  }
  return found;
}

/** The edit distance between two texts: inserted, deleted and replaced letters, and swaps of neighbours. */
function editDistance(one: string, other: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let a = 1; a <= one.length; a += 1) {
    const line = [a];
    for (let b = 1; b <= other.length; b += 1) {
      const isSame = one[a - 1] === other[b - 1];
      const isSwap = one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1];
      const ways = [line[b - 1]! + 1, last![b]! + 1, last![b - 1]! + (isSame ? 0 : 1)];
      if (isSwap) ways.push((before![b - 2] ?? Infinity) + 1);
      line.push(Math.min(...ways));
    }
    [before, last] = [last, line];
  }
  return last!.at(-1)!;
}
