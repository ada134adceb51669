import { tasksOfGroups } from './pending-tasks-of-groups';

const cuenca = { id: 'c1', slug: 'cuenca', name: 'Cuenca Viva' };
const casa = { id: 'g1', slug: 'casa', name: 'Casa de Agua' };

describe('tasksOfGroups', () => {
  it('leads from each task to the page on which it is done', () => {
    const tasks = tasksOfGroups({
      groupsWithChangedAgreements: [{ ...cuenca, kind: 'coalition' }],
      stewardshipOffers: [{ id: 'o1', group: casa }],
      successionRequests: [{ id: 's1', group: { id: 'g2', name: 'Letra Grande' } }],
      receivedCoalitionInvitations: [
        { id: 'i1', group: casa, organisation: null, coalition: { name: 'Cuenca Viva' } },
      ],
      participantsWithoutName: [
        { id: 'p1', coalition: cuenca, group: null, organisation: { id: 'r1', name: 'Radio' } },
      ],
    });
    expect(tasks.agreements).toEqual([
      { name: 'Cuenca Viva', to: '/coalitions/cuenca/agreements' },
    ]);
    expect(tasks.offers).toEqual([
      { name: 'Letra Grande', to: '/groups/succession/s1' },
      { name: 'Casa de Agua', to: '/groups/casa' },
    ]);
    expect(tasks.coalitions).toEqual([
      { name: 'Casa de Agua', coalition: 'Cuenca Viva', to: '/coalitions/invitations/i1' },
    ]);
    expect(tasks.names).toEqual([
      { name: 'Radio', coalition: 'Cuenca Viva', to: '/coalitions/cuenca/participants/p1/name' },
    ]);
  });

  it('lists only groups in which somebody asks to join', () => {
    const { requests } = tasksOfGroups({
      myGroups: [
        { ...casa, joinRequestsWaiting: 2 },
        { ...casa, id: 'g2', slug: 'otra', joinRequestsWaiting: 0 },
        { ...casa, id: 'g3', slug: 'ajena', joinRequestsWaiting: null },
      ],
    });
    expect(requests).toEqual([{ name: 'Casa de Agua', count: 2, to: '/groups/casa/requests' }]);
  });

  it('counts several invitations to one coalition once, without those that are answered', () => {
    const { grants } = tasksOfGroups({
      myGrants: [
        { id: 'a', state: 'left', coalition: { ...cuenca, id: 'c2', slug: 'otra' } },
        { id: 'b', state: 'waiting', coalition: cuenca },
        { id: 'c', state: 'waiting', coalition: cuenca },
        { id: 'd', state: 'waiting', coalition: null },
      ],
    });
    expect(grants).toEqual([{ name: 'Cuenca Viva', to: '/coalitions/cuenca/take-part?grant=b' }]);
  });
});
