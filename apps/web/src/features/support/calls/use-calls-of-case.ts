import { useCall } from './use-call';
import { usePastCalls } from './use-past-calls';

/** The booked call of a request, if there is one, and whether it had a call. A paused hook loads nothing. */
export function useCallsOfCase(requestId: string, isPaused = false) {
  const { booked } = useCall(requestId, isPaused);
  const hadCall = usePastCalls(requestId, isPaused).some(({ state }) => state === 'held');
  return { booked, hadCall };
}
