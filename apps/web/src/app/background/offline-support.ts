import { i18n } from '@lingui/core';
import type { Client } from 'urql';
import { EMERGENCY_LIST_QUERY } from '../../features/emergency-list/emergency-list.graphql';
import { connectionState, onConnectionChange } from '../../lib/server/connection';
import { prepareOfflineUse } from '../../lib/server/prepare-offline-use';
import { currentLanguage, loadFrameCatalogue } from '../../lib/text/language';

const REFRESH_MS = 6 * 3_600_000;

/**
 * Prepares the app for use without a connection: caches its files, and stores the emergency list with its page. Returns
 * the function that ends the refreshing. Pages for guests use `useListInMemory` instead.
 */
export function prepareOffline(client: Client): () => void {
  prepareOfflineUse();
  // The account page leads to the list.
  const files = [import('../account/account-page'), import('../../pages/emergency')];
  void Promise.all([...files, loadFrameCatalogue()]).catch(() => undefined);
  return keepEmergencyList(client);
}

/**
 * Loads the emergency list at the start, every six hours, and in a new language of the page. A load that failed, or became
 * due while the device slept, follows when the connection or the page is back. Everybody loads the list, so that no
 * request shows who needs it.
 */
export function keepEmergencyList(client: Client): () => void {
  let loaded: { readonly language: string; readonly at: number } | undefined;
  let isLoading = false;
  const isDue = () =>
    loaded?.language !== currentLanguage() || Date.now() - loaded.at >= REFRESH_MS;
  const refresh = async () => {
    if (isLoading || !isDue()) return;
    isLoading = true;
    const [language, at] = [currentLanguage(), Date.now()];
    const policy = { requestPolicy: 'network-only' } as const;
    const { error } = await client.query(EMERGENCY_LIST_QUERY, { language }, policy).toPromise();
    isLoading = false;
    // Offline, the result is the stored one.
    if (!error && connectionState() !== 'offline') loaded = { language, at };
    if (language !== currentLanguage()) void refresh();
  };
  const whenBack = () => {
    if (connectionState() === 'online' && document.visibilityState === 'visible') void refresh();
  };
  void refresh();
  const timer = setInterval(() => void refresh(), REFRESH_MS);
  const ends = [onConnectionChange(whenBack), i18n.on('change', () => void refresh())];
  document.addEventListener('visibilitychange', whenBack);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', whenBack);
    for (const end of ends) end();
  };
}
