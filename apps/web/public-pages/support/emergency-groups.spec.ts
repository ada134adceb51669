import {
  emergencyTextIn,
  groupEmergencyLines,
  telephoneUrl,
  territoriesOf,
} from './emergency-groups.js';

const PERU = { id: 'territory:PE', name: 'Perú' };
const BRAZIL = { id: 'territory:BR', name: 'Brasil' };
const LINES = [
  { key: 'peru', territory: PERU },
  { key: 'region', territory: null },
  { key: 'brazil', territory: BRAZIL },
  { key: 'peru again', territory: { ...PERU } },
];
const order = (chosen?: string) =>
  groupEmergencyLines(LINES, chosen, 'es').flatMap(({ lines }) => lines.map(({ key }) => key));

describe('groupEmergencyLines', () => {
  it('puts the chosen territory first, then the region, then the others by name', () => {
    expect(order(PERU.id)).toEqual(['peru', 'peru again', 'region', 'brazil']);
    expect(order(BRAZIL.id)).toEqual(['brazil', 'region', 'peru', 'peru again']);
  });

  it('puts the region first without a choice, and for a territory without lines', () => {
    const all = ['region', 'brazil', 'peru', 'peru again'];
    for (const chosen of [undefined, '', 'territory:UY', 'null'])
      expect(order(chosen)).toEqual(all);
  });

  it('returns no group for an empty list and none without lines', () => {
    expect(groupEmergencyLines([], PERU.id, 'es')).toEqual([]);
    expect(groupEmergencyLines([LINES[0]!], undefined, 'es')).toHaveLength(1);
  });
});

it('territoriesOf lists each territory once, by name', () => {
  expect(territoriesOf(LINES, 'es')).toEqual([BRAZIL, PERU]);
});

it('emergencyTextIn falls back to Spanish and says so', () => {
  const text = { es: 'Auxilio', pt: 'Socorro', en: null };
  expect(emergencyTextIn(text, 'pt')).toEqual({ text: 'Socorro', lang: 'pt' });
  expect(emergencyTextIn(text, 'en')).toEqual({ text: 'Auxilio', lang: 'es' });
  expect(emergencyTextIn({ es: 'Auxilio', pt: '' }, 'pt')).toEqual({ text: 'Auxilio', lang: 'es' });
});

it('telephoneUrl keeps only what a telephone dials', () => {
  expect(telephoneUrl('+51 1 555 0142')).toBe('tel:+5115550142');
});
