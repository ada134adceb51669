import {
  type Identity,
  linkedIdentities,
  disclosedRows,
} from '../../support/matrix/identity-linkage.js';

test('the check reports strings that link two identities of one person, but not strings that many people share', () => {
  const identities: Identity[] = [
    { of: 'luz', key: 'a', marks: ['id-a', 'Garza'] },
    { of: 'luz', key: 'b', marks: ['id-b', 'Martín'] },
    { of: 'nora', key: 'c', marks: ['id-c'] },
  ];
  const see = (...told: object[]) =>
    linkedIdentities(told.flatMap(disclosedRows), identities).length > 0;
  expect(see({ items: [{ id: 'id-a' }, { id: 'id-b' }] })).toBe(false);
  expect(see({ member: { id: 'id-a', other: { name: 'Martín' } } })).toBe(true);
  expect(
    see([
      { id: 'id-a', at: '2026-01-01' },
      { id: 'id-b', at: '2026-01-01' },
    ]),
  ).toBe(true);
  const cursor = Buffer.from('["2026-01-01","x"]').toString('base64url');
  expect(
    see([
      { id: 'id-a', cursor },
      { id: 'id-b', at: '2026-01-01' },
    ]),
  ).toBe(true);
  const everybodys = ['id-a', 'id-b', 'id-c'].map((id) => ({ id, at: '2026-01-01', can: 'read' }));
  expect(see(everybodys)).toBe(false);
});
