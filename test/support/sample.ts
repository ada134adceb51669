/** How much longer than `npm test` random tests run: 1, and 10 in `npm run test:long`. */
const RUNS = Number(process.env['TRAMA_RUNS'] ?? 1);

/** Whether a sweep goes through everything, as in `npm run test:long`. */
export const IS_WHOLE = RUNS >= 10;

/** Chooses the part that `npm test` tries. The run prints it, and TRAMA_SEED repeats it. */
const SEED = Number(process.env['TRAMA_SEED'] ?? 0);

/** How often a random test is tried: `usual` in `npm test`, times TRAMA_RUNS where there is more time. */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * RUNS));

/** The sweeps of which `npm test` tries a part, one in so many; `npm run test:long` tries all. */
export const SHARES = {
  /** An id of a hidden row of each table, at every endpoint that takes one. */
  hiddenRows: 32,
  /** What is no id of anything, at every endpoint that takes one. */
  badIds: 32,
  /** What no text should hold, at every endpoint that takes one. */
  badTexts: 32,
  /** A check taken out of the product, which the model of vetting or moderation must notice. */
  mutants: 16,
  /** The accessibility of each page of the app, in light and in dark. */
  pages: 4,
} as const;

/** Whether the part that this run tries holds the item number `at` of a sweep. */
export function isTried(sweep: keyof typeof SHARES, at: number): boolean {
  return IS_WHOLE || mixed(at) % SHARES[sweep] === 0;
}

/** The items of a sweep that this run tries; never none. */
export function tried<T>(sweep: keyof typeof SHARES, items: readonly T[]): T[] {
  const chosen = items.filter((_, at) => isTried(sweep, at));
  return chosen.length > 0 || items.length === 0 ? chosen : [items[SEED % items.length]!];
}

/**
 * Variants of a journey, one for each language: `npm test` runs one, by the seed and the same for the whole run;
 * `npm run test:long` runs all.
 */
export function sampledLanguages<T>(variants: readonly T[]): readonly T[] {
  return IS_WHOLE ? variants : [variants[SEED % variants.length]!];
}

/** Spreads the number and the seed, so that neighbours are not chosen together (32-bit finaliser of MurmurHash3). */
function mixed(at: number): number {
  let hash = Math.imul(at + 1, 0x9e3779b1) ^ SEED;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
