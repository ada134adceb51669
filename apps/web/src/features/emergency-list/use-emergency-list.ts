import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { EmergencyListQuery } from '../../gql/types';
import { getStored, putStored } from '../../lib/device/device-store';
import { storedResultKey } from '../../lib/device/stored-feeds';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { EMERGENCY_LIST_QUERY, type EmergencyList } from './emergency-list.graphql';

/**
 * The emergency list that this start of the app has loaded, else the one on the device, without waiting for the network.
 * Opening the page sends a request only if this start has not loaded the list, so that no record shows who opened it.
 */
export function useEmergencyList() {
  const { language } = useMe();
  const [stored, setStored] = useState<EmergencyList>();
  useEffect(() => {
    const use = (result: EmergencyListQuery | undefined) => setStored(result?.emergencyList);
    const key = storedResultKey('EmergencyList', { language });
    void getStored<EmergencyListQuery>('public', key).then(use, () => undefined);
  }, [language]);
  const [{ data, error, extensions }, execute] = useQuery({
    query: EMERGENCY_LIST_QUERY,
    variables: { language },
  });
  return {
    list: data?.emergencyList ?? stored,
    /** Whether this is the list on the device, because the server did not answer as expected. */
    isStored: extensions?.['isOld'] === true || error !== undefined,
    problem: requestProblemOf(error),
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
}

const CHOSEN_TERRITORY = 'emergencyTerritory';
/** The choice on this page, for guests, of whom the device stores nothing. */
let chosenBefore = '';

/** Id of the territory that comes first, stored on this device only. */
export function useChosenTerritory() {
  const [chosen, setChosen] = useState(chosenBefore);
  useEffect(() => {
    const use = (stored: string | undefined) => setChosen((now) => now || (stored ?? ''));
    void getStored<string>('answers', CHOSEN_TERRITORY).then(use, () => undefined);
  }, []);
  const choose = (id: string) => {
    setChosen(id);
    chosenBefore = id;
    void putStored('answers', CHOSEN_TERRITORY, id).catch(() => undefined);
  };
  return [chosen, choose] as const;
}
