// The order of test files. The longest come first, as Jest knows them from a run before, or else by their size: journeys
// take longer than they look, so they come early, but not first: until the demo world is made, they would only wait.
import TestSequencer from '@jest/test-sequencer';

const WHILE_THE_DEMO_IS_MADE = 20;

export default class Sequencer extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isJourney = ({ path }) => path.includes('.journey.');
    const others = sorted.filter((test) => !isJourney(test));
    return [
      ...others.slice(0, WHILE_THE_DEMO_IS_MADE),
      ...sorted.filter(isJourney),
      ...others.slice(WHILE_THE_DEMO_IS_MADE),
    ];
  }
}
