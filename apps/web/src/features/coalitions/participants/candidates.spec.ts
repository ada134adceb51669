import { divideCandidates, revealsOwnName } from './candidates';

it('candidates that are participants already are kept apart, and none by a participant without a page', () => {
  const river = { id: 'g1', name: 'Río Arriba', kind: 'group', isOpen: true } as const;
  const seeds = { id: 'o1', name: 'Semillas', kind: 'organisation', isOpen: true } as const;
  const radio = { id: 'g2', name: 'Radio Ladera', kind: 'group', isOpen: false } as const;
  const participants = [
    { group: { ...river, slug: 'rio' }, organisation: null },
    { group: null, organisation: { ...seeds, slug: 'semillas' } },
    { group: null, organisation: null },
  ];
  expect(divideCandidates([river, seeds, radio], participants)).toEqual({
    inside: [river, seeds],
    outside: [radio],
  });
});

describe('the change of a shown name', () => {
  it('reveals the group or organisation only when a chosen name is given up', () => {
    expect(revealsOwnName('Tejido Yarumo', null)).toBe(true);
    expect(revealsOwnName('Tejido Yarumo', 'Vecinas del norte')).toBe(false);
    expect(revealsOwnName(null, 'Tejido Yarumo')).toBe(false);
    expect(revealsOwnName(null, null)).toBe(false);
  });
});
