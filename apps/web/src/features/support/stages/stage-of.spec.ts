import { CASE_STEPS, isDone, stepOf } from './stage-of';

it.each([
  ['a request in the queue', 'waiting', false, false, 'received', []],
  ['a request that a supporter reads', 'claimed', false, false, 'received', []],
  ['a claimed request with a call', 'claimed', true, false, 'call', ['received']],
  ['a case without a call', 'accepted', false, false, 'running', ['received']],
  ['a case with a coming call', 'accepted', true, false, 'call', ['received']],
  ['a case after its call', 'accepted', false, true, 'running', ['received', 'call']],
  ['a case whose call was cancelled', 'accepted', false, false, 'running', ['received']],
  ['a case with a second call', 'accepted', true, true, 'call', ['received']],
  ['a closed case', 'closed', false, true, 'end', ['received', 'call', 'running']],
  ['a declined request', 'declined', false, false, 'end', ['received']],
] as const)('shows the step of %s', (_, stage, hasBookedCall, hadCall, step, done) => {
  const progress = { stage, hasBookedCall, hadCall };
  expect(stepOf(progress)).toBe(step);
  expect(CASE_STEPS.filter((one) => isDone(one, progress))).toEqual(done);
});
