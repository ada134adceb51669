import { draftLinesOf, mergeDraft } from './draft-text';

describe('a stored draft', () => {
  it('keeps its text when the member typed nothing before it loaded', () => {
    expect(mergeDraft('Estimadas compañeras', undefined)).toBe('Estimadas compañeras');
    expect(mergeDraft('Estimadas compañeras', '')).toBe('Estimadas compañeras');
  });

  it('precedes the text typed before it was loaded', () => {
    expect(mergeDraft('Estimadas compañeras', 'hola')).toBe('Estimadas compañeras\nhola');
  });
});

test('appears in the channel list with its first line; the general feed comes before topics', () => {
  const drafts = [
    ['one topic', 'En el tema'],
    ['one', '\n  \nPropongo vernos el jueves\ny el viernes'],
    ['two topic', 'Solo en el tema'],
    ['three', ' \n '],
  ] as const;
  expect([...draftLinesOf(new Map(drafts))].sort()).toEqual([
    ['one', 'Propongo vernos el jueves'],
    ['two', 'Solo en el tema'],
  ]);
});
