import { invitablesAmong } from './invitable';

const RIVER = { id: 'g1', name: 'Río Arriba' };
const RADIO = { id: 'g2', name: 'Radio Ladera' };
const SEEDS = { id: 'o1', name: 'Semillas del Agua' };

describe('the groups and organisations that can be invited', () => {
  it('lists groups before organisations, each with the input that names it', () => {
    expect(invitablesAmong([RIVER], [SEEDS], [])).toEqual([
      { ...RIVER, kind: 'group', input: { groupId: 'g1' } },
      { ...SEEDS, kind: 'organisation', input: { organisationId: 'o1' } },
    ]);
  });

  it('leaves out the participants that the viewer knows, and no others', () => {
    const participants = [
      { group: { ...RIVER, slug: 'rio' }, organisation: null },
      { group: null, organisation: { ...SEEDS, slug: 'semillas' } },
      { group: null, organisation: null },
    ];
    expect(invitablesAmong([RIVER, RADIO], [SEEDS], participants).map(({ id }) => id)).toEqual([
      'g2',
    ]);
  });
});
