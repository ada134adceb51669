import fc from 'fast-check';
import { twoPersonRequestHash } from './two-person-request-hash.js';

const ID = '00000000-0000-4000-8000-000000000001';
const act = {
  id: ID,
  kind: 'grantDuty',
  subjectKey: 'a',
  scopeId: null as string | null,
  allianceId: null as string | null,
  aboutId: null as string | null,
  requestedById: ID,
  payload: { duties: ['vet'], of: { one: 1, other: 2 } } as Record<string, unknown>,
  reason: 'Lee desde hace años.',
  askedAt: new Date(0),
};

test('twoPersonRequestHash does not depend on the order of the keys', () => {
  const again = { ...act, payload: { of: { other: 2, one: 1 }, duties: ['vet'] } };
  expect(twoPersonRequestHash(again)).toBe(twoPersonRequestHash(act));
  expect(twoPersonRequestHash(act)).toMatch(/^[0-9a-f]{64}$/);
});

test('twoPersonRequestHash differs when any value of the request differs', () => {
  const other = {
    id: '00000000-0000-4000-8000-000000000002',
    kind: 'takeDuty',
    subjectKey: 'b',
    scopeId: ID,
    allianceId: ID,
    aboutId: ID,
    requestedById: '00000000-0000-4000-8000-000000000002',
    payload: { duties: ['vet', 'moderate'] },
    reason: 'Lee desde hace años',
    askedAt: new Date(1),
  };
  const hashes = Object.entries(other).map(([key, value]) =>
    twoPersonRequestHash({ ...act, [key]: value }),
  );
  expect(new Set([...hashes, twoPersonRequestHash(act)]).size).toBe(Object.keys(other).length + 1);
});

test('twoPersonRequestHash differs for any two different payloads', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (one, other) => {
      const [first, second] = [JSON.parse(one), JSON.parse(other)].map((value: unknown) =>
        twoPersonRequestHash({ ...act, payload: { value } }),
      );
      const isSame = JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
      fc.pre(!isSame);
      return first !== second || sorted(JSON.parse(one)) === sorted(JSON.parse(other));
    }),
  );
});

/** JSON with sorted keys, as the reference. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
