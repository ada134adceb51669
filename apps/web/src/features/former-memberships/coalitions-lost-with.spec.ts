import type { GrantState } from '../../gql/types';
import { coalitionsLostWith } from './coalitions-lost-with';

const grant = (
  id: string,
  coalitionId: string,
  source: object,
  state: GrantState = 'accepted',
) => ({
  id,
  state,
  coalition: { id: coalitionId, name: `Coalición ${coalitionId}` },
  participant: { id: `p${id}`, group: null, organisation: null, ...source },
});

test('lists the coalitions in which somebody takes part through the group alone', () => {
  const grants = [
    grant('1', 'a', { group: { id: 'forest' } }),
    grant('2', 'b', { group: { id: 'forest' } }),
    grant('3', 'b', { organisation: { id: 'radio' } }),
    grant('4', 'c', { group: { id: 'forest' } }, 'additional'),
    grant('5', 'd', { organisation: { id: 'radio' } }),
  ];
  const ids = (sourceId: string) => coalitionsLostWith(sourceId, grants).map(({ id }) => id);
  expect(ids('forest')).toEqual(['a']);
  expect(ids('radio')).toEqual(['d']);
});
