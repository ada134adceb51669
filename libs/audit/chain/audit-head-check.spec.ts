import type { AuditEntry } from '../audit-entry.entity.js';
import { type ChainHead, HeadCheck, parseHead } from './audit-head-check.js';

const AT = '2026-12-01T00:00:00.000Z';
const hashOf = (seq: number, of = 1) => Buffer.alloc(32, seq * 16 + of);
const head = (seq: number, of = 1): ChainHead => ({
  seq,
  hash: hashOf(seq, of).toString('hex'),
  at: AT,
});

function said(heads: readonly ChainHead[], numbers: readonly number[]) {
  const check = new HeadCheck(heads);
  for (const seq of numbers) check.add({ seq, hash: hashOf(seq) } as AuditEntry);
  return check.result(numbers.at(-1) ?? 0).map(({ kind, seq, upTo }) => [kind, seq, upTo]);
}

test('the head check finds no fault in a chain that continues from its heads', () => {
  expect(said([], [])).toEqual([]);
  expect(said([head(2), head(2), head(4), head(0)], [1, 2, 3, 4, 5])).toEqual([]);
});

test('the head check reports a cut-off end from its first number to the last number of a head', () => {
  expect(said([head(2), head(6), head(9)], [1, 2, 3])).toEqual([['cut', 4, 9]]);
  expect(said([head(6)], [])).toEqual([['cut', 1, 6]]);
});

test('the head check reports a rebuilt chain at the first head that the chain contradicts', () => {
  expect(said([head(2), head(3, 7), head(4, 7)], [1, 2, 3, 4])).toEqual([
    ['rewritten', 3, undefined],
  ]);
  // Two different heads with the same number cannot both be correct.
  expect(said([head(3), head(3, 7)], [1, 2, 3, 4])).toEqual([['rewritten', 3, undefined]]);
});

test('the head check ignores a missing number in the middle of the chain, which the chain check reports', () => {
  expect(said([head(2)], [1, 3, 4])).toEqual([]);
});

test('parseHead returns undefined for a line that is not a head', () => {
  expect(parseHead(JSON.stringify(head(3)))).toEqual(head(3));
  const bad = [
    ...['', 'x', '3', 'null', '{}'],
    JSON.stringify({ ...head(3), seq: '3' }),
    JSON.stringify({ ...head(3), seq: -1 }),
    JSON.stringify({ ...head(3), hash: 'ff' }),
    JSON.stringify({ ...head(3), at: 'yesterday' }),
  ];
  expect(bad.filter((line) => parseHead(line))).toEqual([]);
});
