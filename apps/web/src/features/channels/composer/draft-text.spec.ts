import { withTyped } from './draft-text';

describe('stored draft', () => {
  it('stays as it is when nothing was typed before it was read', () => {
    expect(withTyped('Estimadas compañeras', undefined)).toBe('Estimadas compañeras');
    expect(withTyped('Estimadas compañeras', '')).toBe('Estimadas compañeras');
  });

  it('comes before what was typed meanwhile', () => {
    expect(withTyped('Estimadas compañeras', 'hola')).toBe('Estimadas compañeras\nhola');
  });
});
