// Orders test files: the longest first, by the duration of the previous run, otherwise by size. Journeys take longer
// than their size suggests, so they come early. They are not first, because they would only wait until the demo data is
// created.
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
