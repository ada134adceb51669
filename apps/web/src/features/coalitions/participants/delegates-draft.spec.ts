import { currentDraft, type Delegates } from './delegates-draft';

const ANA = { id: 'a', name: 'Ana', isSteward: true, isMe: false };
const BEA = { id: 'b', name: 'Bea', isSteward: false, isMe: false };
const STORED: Delegates = [ANA, BEA];
const LATER: Delegates = [BEA];
const draft = { chosen: new Map([['c', 'Coral']]), stewardId: 'c' };

describe('the delegates in the form', () => {
  it('shows the stored delegates and their coalition steward while nothing was changed', () => {
    const shown = currentDraft(STORED, undefined);
    expect([...shown.chosen.values()]).toEqual(['Ana', 'Bea']);
    expect(shown.stewardId).toBe('a');
    expect(currentDraft(LATER, undefined).stewardId).toBe('');
  });

  it('keeps the changes when the stored delegates change meanwhile', () => {
    expect(currentDraft(STORED, { draft })).toBe(draft);
    expect(currentDraft(LATER, { draft })).toBe(draft);
  });

  it('keeps saved changes only until the delegates are loaded again', () => {
    const edit = { draft, savedOver: STORED };
    expect(currentDraft(STORED, edit)).toBe(draft);
    expect([...currentDraft(LATER, edit).chosen.keys()]).toEqual(['b']);
  });
});
