import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { BOOK_CALL } from './calls.graphql';

/** Books the first call of a request. `book` returns whether it was booked. */
export function useBookCall(requestId: string, onBooked: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  // A repeated sending of the same time must not book twice.
  const [keys] = useState(() => new Map<string, string>());
  const { run, problem, isBusy } = useMutationState(BOOK_CALL);
  const book = async (startsAt: string, zone: string) => {
    const bookKey = keys.get(startsAt) ?? crypto.randomUUID();
    keys.set(startsAt, bookKey);
    if (!(await run({ input: { requestId, startsAt, zone, bookKey } }))) return false;
    toast({ text: t`Reservaste la llamada` });
    onBooked();
    return true;
  };
  return { book, problem, isBusy };
}
