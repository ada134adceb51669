import type { GrantState } from '../../gql/types';
import { divideCoalitions } from './own-coalitions';

const coalition = (id: string, takesPart = false) => ({
  ...{ id, myMembershipId: takesPart ? `m-${id}` : null },
});
const grant = (state: GrantState, id: string) => ({ state, coalition: { id } });

describe('divideCoalitions', () => {
  it('separates the coalitions in which the viewer takes part from those that they left', () => {
    const { inside, outside } = divideCoalitions({
      myCoalitions: [coalition('a', true), coalition('b'), coalition('c')],
      myGrants: [grant('accepted', 'a'), grant('left', 'b')],
    });
    expect(inside.map(({ id }) => id)).toEqual(['a']);
    expect(outside.map((one) => [one.coalition.id, one.state])).toEqual([
      ['b', 'left'],
      ['c', null],
    ]);
  });

  it('names an invitation that waits before one that was answered', () => {
    const { outside } = divideCoalitions({
      myCoalitions: [coalition('a')],
      myGrants: [grant('declined', 'a'), grant('left', 'a'), grant('waiting', 'a')],
    });
    expect(outside.map(({ state }) => state)).toEqual(['waiting']);
  });
});
