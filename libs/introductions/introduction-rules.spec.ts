import fc from 'fast-check';
import { shownState } from './introduction-rules.js';
import { IntroductionState } from './introduction.entity.js';

const NOW = new Date('2026-05-01T00:00:00Z');
const { waiting, declined, expired, accepted } = IntroductionState;

it('shows the asker the same for declined and for waiting, at every moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
      const expiresAt = new Date(NOW.getTime() + ms);
      const asWaiting = shownState({ state: waiting, expiresAt }, true, NOW);
      expect(shownState({ state: declined, expiresAt }, true, NOW)).toBe(asWaiting);
    }),
  );
});

it('shows the asked side what it answered, and both what was accepted', () => {
  const open = { expiresAt: new Date(NOW.getTime() + 1) };
  expect(shownState({ ...open, state: declined }, false, NOW)).toBe(declined);
  expect(shownState({ ...open, state: accepted }, true, NOW)).toBe(accepted);
  expect(shownState({ state: waiting, expiresAt: NOW }, false, NOW)).toBe(expired);
});
