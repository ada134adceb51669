import { draftLinesOf, mergeDraft } from './draft-text';

describe('merging a stored draft with typed text', () => {
  it('keeps the stored text when the member typed nothing before the draft loaded', () => {
    expect(mergeDraft('Estimadas compañeras', undefined)).toBe('Estimadas compañeras');
    expect(mergeDraft('Estimadas compañeras', '')).toBe('Estimadas compañeras');
  });

  it('puts the stored text before the text typed before the draft loaded', () => {
    expect(mergeDraft('Estimadas compañeras', 'hola')).toBe('Estimadas compañeras\nhola');
  });
});

test('a draft appears in the channel list with its first line; the general feed comes before topics', () => {
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
