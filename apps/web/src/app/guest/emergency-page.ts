import { useEffect } from 'react';
import { useClient } from 'urql';
import { publicEmergencyPath } from '../../lib/page/emergency-state';
import { fetchNeutralPage } from '../../lib/page/fetch-neutral-page';
import { currentLanguage, loadFrameCatalogue } from '../../lib/text/language';
import { lazyFramePage } from '../lazy-page';

const loadPage = () => import('../../pages/emergency');

/** The emergency list for people without an account. It has another catalogue than the pages of guests. */
export const GuestEmergencyPage = lazyFramePage(loadPage);

/**
 * Loads the emergency list and its page, so that they open when the connection is lost. They stay in memory, and the
 * browser caches the public page of the list: a service worker would remain on the device of a guest (ADR 59).
 */
export function useListInMemory(): void {
  const client = useClient();
  useEffect(() => {
    let isEnded = false;
    let end: (() => void) | undefined;
    fetchNeutralPage();
    const publicPage = fetch(publicEmergencyPath(currentLanguage()), { priority: 'low' });
    void Promise.all([loadPage(), loadFrameCatalogue(), publicPage]).catch(() => undefined);
    const keep = import('../background/background-work').then(({ keepEmergencyList }) => {
      if (!isEnded) end = keepEmergencyList(client);
    });
    keep.catch(() => undefined);
    return () => {
      isEnded = true;
      end?.();
    };
  }, [client]);
}
