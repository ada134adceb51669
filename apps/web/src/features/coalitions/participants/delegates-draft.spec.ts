import {
  areSameDelegates,
  currentDraft,
  type Delegates,
  type DelegatesEdit,
  NO_EDIT,
  withPerson,
} from './delegates-draft';

const ANA = { id: 'a', name: 'Ana', isSteward: true, isMe: false };
const BEA = { id: 'b', name: 'Bea', isSteward: false, isMe: false };
const CORAL = { id: 'c', name: 'Coral' };
const STORED: Delegates = [ANA, BEA];
const LATER: Delegates = [
  { ...BEA, isSteward: true },
  { id: 'd', name: 'Dana', isSteward: false, isMe: false },
];
const edit = { ...withPerson(withPerson(NO_EDIT, CORAL, true), BEA, false), stewardId: 'c' };
const idsIn = (stored: Delegates, edited: DelegatesEdit = edit) => [
  ...currentDraft(stored, edited).chosen.keys(),
];

describe('the delegates in the form', () => {
  it('shows the stored delegates and their coalition steward while nothing was changed', () => {
    const shown = currentDraft(STORED, NO_EDIT);
    expect([...shown.chosen.values()]).toEqual(['Ana', 'Bea']);
    expect(shown.stewardId).toBe('a');
    expect(currentDraft([BEA], NO_EDIT).stewardId).toBe('');
  });

  it('keeps the changes beside those that somebody else stored meanwhile', () => {
    expect(idsIn(STORED)).toEqual(['a', 'c']);
    expect(idsIn(LATER)).toEqual(['d', 'c']);
    expect(currentDraft(LATER, edit).stewardId).toBe('c');
    expect(currentDraft(LATER, { ...edit, stewardId: undefined }).stewardId).toBe('b');
  });

  it('takes back a change', () => {
    expect(idsIn(STORED, withPerson(withPerson(edit, CORAL, false), BEA, true))).toEqual([
      'a',
      'b',
    ]);
  });

  it('keeps saved changes only until the delegates are loaded again', () => {
    const saved = { ...edit, savedOver: STORED };
    expect(idsIn(STORED, saved)).toEqual(['a', 'c']);
    expect(idsIn(LATER, saved)).toEqual(['b', 'd']);
  });

  it('compares the stored delegates by person and coalition steward', () => {
    expect(areSameDelegates(STORED, [BEA, ANA])).toBe(true);
    expect(areSameDelegates(STORED, [BEA])).toBe(false);
    expect(areSameDelegates([BEA], [{ ...BEA, isSteward: true }])).toBe(false);
  });
});
