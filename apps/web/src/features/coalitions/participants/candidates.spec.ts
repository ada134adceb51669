import { revealsOwnName } from './candidates';

describe('the change of a shown name', () => {
  it('reveals the group or organisation only when a chosen name is given up', () => {
    expect(revealsOwnName('Tejido Yarumo', null)).toBe(true);
    expect(revealsOwnName('Tejido Yarumo', 'Vecinas del norte')).toBe(false);
    expect(revealsOwnName(null, 'Tejido Yarumo')).toBe(false);
    expect(revealsOwnName(null, null)).toBe(false);
  });
});
