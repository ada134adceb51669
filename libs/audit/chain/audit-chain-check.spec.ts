import fc from 'fast-check';
import type { AuditEntry } from '../audit-entry.entity.js';
import { CHAIN_START, type ChainedEntry, isHashedAfter, entryHash } from './chain-hash.js';
import { ChainCheck } from './audit-chain-check.js';
import type { TamperingFinding } from './tampering-findings.js';

const RUNS = Number(process.env['TRAMA_RUNS'] ?? 1);
const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Entry number `seq` of a test chain, without its hash. */
const plain = (seq: number, more: Partial<ChainedEntry> = {}): ChainedEntry => ({
  seq,
  id: idOf(seq),
  createdAt: new Date(Date.UTC(2026, 11, 1, 0, 0, seq)),
  actorId: seq % 3 === 0 ? null : idOf(900 + (seq % 5)),
  duty: 'vet',
  action: 'readFile',
  subjectType: 'Application',
  subjectId: idOf(700 + seq),
  aboutId: idOf(800 + seq),
  reason: seq % 2 === 0 ? 'review' : null,
  ...more,
});

function bound(entries: readonly ChainedEntry[], from = CHAIN_START.hash): AuditEntry[] {
  let previous = from;
  return entries.map((entry) => {
    previous = entryHash(previous, entry);
    return { ...entry, hash: previous };
  });
}

const chain = (length: number) => bound(Array.from({ length }, (_, at) => plain(at + 1)));

/** Returns the faults that a check finds in these entries, read in the order of (seq, id). */
function faults(rows: readonly AuditEntry[]): TamperingFinding[] {
  const check = new ChainCheck();
  for (const row of rows.toSorted((a, b) => a.seq - b.seq || a.id.localeCompare(b.id))) {
    check.add(row);
  }
  return check.result();
}

const said = (rows: readonly AuditEntry[]) =>
  faults(rows).map(({ kind, seq, upTo, belongsAt }) =>
    [kind, seq, upTo !== undefined && `to ${upTo}`, belongsAt && `at ${belongsAt}`]
      .filter(Boolean)
      .join(' '),
  );

const change = (rows: readonly AuditEntry[], seq: number, more: Partial<AuditEntry>) =>
  rows.map((row) => (row.seq === seq ? { ...row, ...more } : row));
const renumbered = (rows: readonly AuditEntry[], from: number, by: number) =>
  rows.map((row) => (row.seq >= from ? { ...row, seq: row.seq + by } : row));

test('the chain check finds no fault in an unbroken chain, from its beginning or from any entry', () => {
  expect(faults([])).toEqual([]);
  const rows = chain(20);
  expect(faults(rows)).toEqual([]);
  const check = new ChainCheck({ seq: 8, hash: rows[7]!.hash });
  for (const row of rows.slice(8)) check.add(row);
  expect([check.result(), check.end.seq, check.count]).toEqual([[], 20, 12]);
});

test('entryHash differs for null and "null", and for values that move between columns', () => {
  const hashes = [
    plain(1, { duty: null }),
    plain(1, { duty: 'null' }),
    plain(1, { duty: 'a","b', action: 'c' }),
    plain(1, { duty: 'a', action: 'b","c' }),
  ].map((entry) => entryHash(CHAIN_START.hash, entry).toString('hex'));
  expect(new Set(hashes).size).toBe(4);
});

describe('the chain check of a chain with an altered entry', () => {
  const OTHER: Partial<Record<keyof AuditEntry, unknown>> = {
    id: idOf(555),
    createdAt: new Date(0),
    actorId: idOf(1),
    duty: 'moderate',
    action: 'decide',
    subjectType: 'Report',
    subjectId: null,
    aboutId: null,
    reason: 'risk',
    hash: Buffer.alloc(32, 7),
  };
  test.each(Object.keys(OTHER) as (keyof AuditEntry)[])(
    'reports an entry whose %s was altered',
    (column) => {
      const rows = change(chain(9), 5, { [column]: OTHER[column] });
      expect(said(rows)).toEqual(['altered 5']);
      expect(faults(rows)[0]!.id).toBe(column === 'id' ? OTHER.id : idOf(5));
    },
  );

  test('reports an altered last entry; if the hash of an entry was recomputed, reports the next entry', () => {
    expect(said(change(chain(9), 9, { action: 'x' }))).toEqual(['altered 9']);
    const rows = chain(9);
    const forged = plain(5, { action: 'x' });
    const hash = entryHash(rows[3]!.hash, forged);
    const found = faults(change(rows, 5, { ...forged, hash }));
    expect(found).toEqual([
      { kind: 'altered', seq: 6, id: idOf(6), behind: { seq: 5, id: idOf(5) } },
    ]);
  });
});

test('the chain check reports a removed entry by its number, even if the later entries were renumbered', () => {
  const rows = chain(9);
  const without = (...gone: number[]) => rows.filter(({ seq }) => !gone.includes(seq));
  expect(said(without(5))).toEqual(['removed 5 to 5']);
  expect(said(without(1))).toEqual(['removed 1 to 1']);
  expect(said(without(4, 5, 6))).toEqual(['removed 4 to 6']);
  expect(said(renumbered(without(5), 5, -1))).toEqual(['removed 5 to 5']);
  expect(said(renumbered(without(3, 4, 5), 3, -3))).toEqual(['removed 3 to 5']);
});

test('the chain check reports an inserted entry, whether or not its hash is valid or the later entries were renumbered', () => {
  const rows = chain(9);
  const forged = (seq: number, id: number) => plain(seq, { id: idOf(id), action: 'x' });
  const unbound = (seq: number, id: number) => ({ ...forged(seq, id), hash: Buffer.alloc(32, 9) });
  const follower = (seq: number, id: number) => bound([forged(seq, id)], rows[seq - 2]!.hash)[0]!;
  const named = (more: AuditEntry[], of = rows) =>
    faults([...of, ...more]).map(({ kind, seq, id }) => `${kind} ${seq} ${Number(id!.slice(-12))}`);
  for (const id of [0, 555]) {
    expect(named([unbound(5, id)])).toEqual([`inserted 5 ${id}`]);
    expect(named([follower(5, id)])).toEqual([`inserted 5 ${id}`]);
    expect(named([follower(5, id)], renumbered(rows, 5, 1))).toEqual([`inserted 5 ${id}`]);
    expect(named([unbound(5, id), unbound(6, id)], renumbered(rows, 5, 2))).toEqual([
      `inserted 5 ${id}`,
      `inserted 6 ${id}`,
    ]);
    // At the end of the chain it cannot be decided which of the two entries is the original.
    expect(named([follower(9, id)]).toSorted()).toEqual(
      [`inserted 9 9`, `inserted 9 ${id}`].toSorted(),
    );
  }
});

test('the chain check reports reordered entries with their original numbers', () => {
  const swapped = (one: number, other: number) =>
    chain(12).map((row) => {
      if (row.seq === one) return { ...row, seq: other };
      return row.seq === other ? { ...row, seq: one } : row;
    });
  expect(said(swapped(4, 9))).toEqual(['reordered 4 at 9', 'reordered 9 at 4']);
  // One fault is enough for two neighbouring entries that changed places.
  expect(said(swapped(4, 5))).toEqual(['reordered 4 at 5']);
  expect(said(swapped(1, 12))).toEqual(['reordered 1 at 12', 'reordered 12 at 1']);
  expect(said(change(chain(12), 5, { seq: 40 }))).toEqual([
    'removed 13 to 39',
    'reordered 40 at 5',
  ]);
});

test('the chain check reports each of several changes to one chain', () => {
  const rows = change(
    change(chain(40), 7, { reason: 'other' }).filter(({ seq }) => seq !== 20),
    33,
    { duty: null },
  );
  expect(said(rows)).toEqual(['altered 7', 'removed 20 to 20', 'altered 33']);
});

test('the chain check lists 100 faults and counts the rest', () => {
  const check = new ChainCheck();
  for (const row of chain(500)) check.add({ ...row, hash: Buffer.alloc(32) });
  expect(check.result().length).toBe(100);
  expect(check.unnamed).toBe(400);
});

/** Tampers with a chain at one position. It may recompute the hashes of later entries. */
type Tampering = (rows: AuditEntry[], at: number, to: number) => AuditEntry[];
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  change: (rows, at) => change(rows, at, { action: 'x' }),
  'change and bind': (rows, at) => {
    const forged = plain(at, { action: 'x' });
    return change(rows, at, {
      ...forged,
      hash: entryHash(rows[at - 2]?.hash ?? CHAIN_START.hash, forged),
    });
  },
  remove: (rows, at) => rows.filter(({ seq }) => seq !== at),
  'remove and renumber': (rows, at) =>
    renumbered(
      rows.filter(({ seq }) => seq !== at),
      at,
      -1,
    ),
  insert: (rows, at) => [...rows, { ...plain(at, { id: idOf(555) }), hash: Buffer.alloc(32, 1) }],
  'insert and renumber': (rows, at) => [
    ...renumbered(rows, at, 1),
    ...bound([plain(at, { id: idOf(555) })], rows[at - 2]?.hash),
  ],
  swap: (rows, at, to) =>
    rows.map((row) => ({ ...row, seq: row.seq === at ? to : row.seq === to ? at : row.seq })),
};

test('the chain check detects every kind of tampering in a random chain', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 30 }),
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      fc.constantFrom(...Object.keys(TAMPERINGS)),
      (length, one, other, how) => {
        // Never tampers with the last entry: only an exported head shows a change at the end.
        const at = (one % (length - 1)) + 1;
        const to = (other % (length - 1)) + 1;
        fc.pre(how !== 'swap' || at !== to);
        const rows = TAMPERINGS[how]!(chain(length), at, to);
        const found = faults(rows);
        expect({ how, at, to, isSeen: found.length > 0 }).toMatchObject({ isSeen: true });
        // An intact entry is never reported, so there are at most two faults.
        expect(found.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 400 * RUNS },
  );
});

test('isHashedAfter accepts an entry only with its original previous hash and its original number', () => {
  const [first, second] = chain(2) as [AuditEntry, AuditEntry];
  expect(isHashedAfter(first.hash, second)).toBe(true);
  expect(isHashedAfter(CHAIN_START.hash, second)).toBe(false);
  expect(isHashedAfter(first.hash, second, 3)).toBe(false);
});
