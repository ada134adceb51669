import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { getStored, putStored } from '../../lib/device/device-store';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { EMERGENCY_LIST_QUERY } from './emergency-list.graphql';

/**
 * The emergency list that this start of the app has loaded, or the one on the device. Opening the page sends no request
 * of its own, so that no record shows who opened it.
 */
export function useEmergencyList() {
  const { language } = useMe();
  const [{ data, error }, execute] = useQuery({
    query: EMERGENCY_LIST_QUERY,
    variables: { language },
  });
  return {
    list: data?.emergencyList,
    problem: requestProblemOf(error),
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

const CHOSEN_TERRITORY = 'emergencyTerritory';

/** Id of the territory that comes first, stored on this device only. */
export function useChosenTerritory() {
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    const use = (stored: string | undefined) => setChosen((now) => now || (stored ?? ''));
    void getStored<string>('answers', CHOSEN_TERRITORY).then(use, () => undefined);
  }, []);
  const choose = (id: string) => {
    setChosen(id);
    void putStored('answers', CHOSEN_TERRITORY, id).catch(() => undefined);
  };
  return [chosen, choose] as const;
}
