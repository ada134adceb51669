/** Factor for the number of runs of random tests: 1 in `npm test`, 10 in `npm run test:long`. */
const RUNS = Number(process.env['TRAMA_RUNS'] ?? 1);

/** Whether a sweep (a test of many similar items) tries all its items, as in `npm run test:long`. */
export const RUNS_WHOLE_SWEEPS = RUNS >= 10;

/** Seed of the selection of items in `npm test`. The run prints the seed. Set TRAMA_SEED to repeat the selection. */
const SEED = Number(process.env['TRAMA_SEED'] ?? 0);

/** Returns the number of runs of a random test: `usual` in `npm test`, multiplied by TRAMA_RUNS. */
export const numberOfRuns = (usual: number): number => Math.max(1, Math.round(usual * RUNS));

/** Share of a sweep's items that `npm test` tries: one in this number. `npm run test:long` tries all items. */
export const SWEEP_SHARES = {
  /** Requests the id of a hidden row of each table, at every endpoint that takes an id. */
  hiddenRows: 32,
  /** Sends malformed ids to every endpoint that takes an id. */
  badIds: 32,
  /** Sends invalid texts to every endpoint that takes a string. */
  badTexts: 32,
  /** Requests the id of a row that a duty holder lost or may not open, at every endpoint that takes an id. */
  closedRows: 8,
  /** Sends every mutation as an applicant in each state. */
  applicantCalls: 4,
  /** Runs mutants: the product with one check removed. The model of vetting or moderation must detect each mutant. */
  mutants: 16,
  /** Checks the accessibility of each page of the app in light and dark mode, and its translation. */
  pages: 4,
} as const;

/** Whether this run tries the item with index `at` of a sweep. */
export function isSampled(sweep: keyof typeof SWEEP_SHARES, at: number): boolean {
  return RUNS_WHOLE_SWEEPS || mixed(at) % SWEEP_SHARES[sweep] === 0;
}

/** Returns the items of a sweep that this run tries, at least one item. */
export function sampledItems<T>(sweep: keyof typeof SWEEP_SHARES, items: readonly T[]): T[] {
  const chosen = items.filter((_, at) => isSampled(sweep, at));
  return chosen.length > 0 || items.length === 0 ? chosen : [items[SEED % items.length]!];
}

/**
 * Returns the variants of a journey that this run tries. There is one variant per language. `npm test` runs one
 * language, which the seed selects for the whole run; `npm run test:long` runs all.
 */
export function sampledLanguages<T>(variants: readonly T[]): readonly T[] {
  return RUNS_WHOLE_SWEEPS ? variants : [variants[SEED % variants.length]!];
}

/** Mixes index and seed, so that neighbouring items are not selected together (32-bit finaliser of MurmurHash3). */
function mixed(at: number): number {
  let hash = Math.imul(at + 1, 0x9e3779b1) ^ SEED;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
