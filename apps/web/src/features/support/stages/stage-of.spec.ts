import { CASE_STEPS, isDone, stepOf } from './stage-of';

it.each([
  ['a request in the queue', 'waiting', undefined, 'received', []],
  ['a request that a supporter reads', 'claimed', undefined, 'received', []],
  ['a claimed request with a call', 'claimed', 'booked', 'call', ['received']],
  ['a case without a call', 'accepted', undefined, 'running', ['received']],
  ['a case with a coming call', 'accepted', 'booked', 'call', ['received']],
  ['a case after its call', 'accepted', 'held', 'running', ['received', 'call']],
  ['a case whose call was cancelled', 'accepted', 'cancelled', 'running', ['received']],
  ['a closed case', 'closed', 'held', 'end', ['received', 'call', 'running']],
  ['a declined request', 'declined', undefined, 'end', ['received']],
] as const)('shows the step of %s', (_, stage, callState, step, done) => {
  const progress = { stage, callState };
  expect(stepOf(progress)).toBe(step);
  expect(CASE_STEPS.filter((one) => isDone(one, progress))).toEqual(done);
});
