import { grantsByCoalition } from './grants-by-coalition';

const shores = { id: 'shores' };
const peaks = { id: 'peaks' };

describe('grantsByCoalition', () => {
  it('lists a coalition once, with every grant that waits there', () => {
    const all = [
      { id: '1', state: 'waiting', coalition: shores },
      { id: '2', state: 'waiting', coalition: peaks },
      { id: '3', state: 'waiting', coalition: shores },
    ] as const;
    expect(
      grantsByCoalition(all, 'waiting').map(({ coalition, grants }) => [
        coalition.id,
        grants.map(({ id }) => id),
      ]),
    ).toEqual([
      ['shores', ['1', '3']],
      ['peaks', ['2']],
    ]);
  });

  it('leaves out the coalitions that the viewer left, declined, entered, or does not see', () => {
    const all = (['left', 'declined', 'accepted', 'additional'] as const).map((state) => ({
      ...{ id: state, state, coalition: shores },
    }));
    expect(grantsByCoalition(all, 'waiting')).toEqual([]);
    expect(grantsByCoalition([{ state: 'waiting', coalition: null }] as const, 'waiting')).toEqual(
      [],
    );
    expect(grantsByCoalition(all, 'declined')).toHaveLength(1);
  });
});
