import { isGiven, isOutdated } from './consent';

describe('consent to agreements', () => {
  it('counts for the version that was accepted', () => {
    expect(isGiven({ version: 1, isAccepted: true }, 1)).toBe(true);
    expect(isGiven({ version: 1, isAccepted: false }, 1)).toBe(false);
  });

  it('does not pass over to a version that appears between the tick and the sending', () => {
    const ticked = { version: 1, isAccepted: true };
    expect(isGiven(ticked, 2)).toBe(false);
    expect(isOutdated(ticked, 2)).toBe(true);
  });

  it('a form whose agreements changed before the tick asks again and accepts consent to the new version', () => {
    expect(isOutdated({ version: 1, isAccepted: false }, 2)).toBe(true);
    const again = { version: 2, isAccepted: true };
    expect([isGiven(again, 2), isOutdated(again, 2)]).toEqual([true, false]);
  });
});
