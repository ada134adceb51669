import { linesOf, withTyped } from './draft-text';

describe('stored draft', () => {
  it('stays as it is when nothing was typed before it was read', () => {
    expect(withTyped('Estimadas compañeras', undefined)).toBe('Estimadas compañeras');
    expect(withTyped('Estimadas compañeras', '')).toBe('Estimadas compañeras');
  });

  it('comes before what was typed meanwhile', () => {
    expect(withTyped('Estimadas compañeras', 'hola')).toBe('Estimadas compañeras\nhola');
  });
});

test('a list of channels shows the first line of a draft, of the general feed before that of a topic', () => {
  const drafts = [
    ['one topic', 'En el tema'],
    ['one', '\n  \nPropongo vernos el jueves\ny el viernes'],
    ['two topic', 'Solo en el tema'],
    ['three', ' \n '],
  ] as const;
  expect([...linesOf(new Map(drafts))].sort()).toEqual([
    ['one', 'Propongo vernos el jueves'],
    ['two', 'Solo en el tema'],
  ]);
});
