import fc from 'fast-check';
import { visibleIntroductionState } from './introduction-rules.js';
import { IntroductionState } from './introduction.entity.js';

const NOW = new Date('2026-05-01T00:00:00Z');
const { waiting, declined, expired, accepted } = IntroductionState;

it('a declined introduction request always shows its requester the same state as a waiting one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
      const expiresAt = new Date(NOW.getTime() + ms);
      const asWaiting = visibleIntroductionState(
        { state: waiting, expiresAt, answeredAt: null },
        true,
        NOW,
      );
      const asDeclined = visibleIntroductionState(
        { state: declined, expiresAt, answeredAt: NOW },
        true,
        NOW,
      );
      expect(asDeclined).toBe(asWaiting);
    }),
  );
});

it('an introduction request shows the recipient their own answer, and shows both members an acceptance', () => {
  const open = { expiresAt: new Date(NOW.getTime() + 1), answeredAt: NOW };
  expect(visibleIntroductionState({ ...open, state: declined }, false, NOW)).toBe(declined);
  expect(visibleIntroductionState({ ...open, state: accepted }, true, NOW)).toBe(accepted);
  const over = { expiresAt: NOW, answeredAt: null };
  expect(visibleIntroductionState({ ...over, state: waiting }, false, NOW)).toBe(expired);
  expect(visibleIntroductionState({ ...over, state: expired, answeredAt: NOW }, false, NOW)).toBe(
    declined,
  );
  expect(visibleIntroductionState({ ...over, state: expired, answeredAt: NOW }, true, NOW)).toBe(
    expired,
  );
});
