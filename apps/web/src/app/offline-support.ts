import { i18n } from '@lingui/core';
import type { Client } from 'urql';
import { EMERGENCY_LIST_QUERY } from '../features/emergency-list/emergency-list.graphql';
import { prepareOfflineUse } from '../lib/server/prepare-offline-use';
import { currentLanguage, loadFrameCatalogue } from '../lib/text/language';

const REFRESH_MS = 6 * 3_600_000;

/** Prepares the app for use without a connection: caches its files, and stores the emergency list with its page. */
export function prepareOffline(client: Client): void {
  prepareOfflineUse();
  keepEmergencyList(client);
  // The account page leads to the list.
  const files = [import('./account/account-page'), import('../pages/emergency')];
  void Promise.all([...files, loadFrameCatalogue()]).catch(() => undefined);
}

/**
 * Loads the emergency list at the start, every six hours, and in a new language of the page. Everybody loads it, so that
 * no request shows who needs it.
 */
function keepEmergencyList(client: Client): void {
  let loaded: string | undefined;
  const refresh = () => {
    const language = currentLanguage();
    loaded = language;
    const policy = { requestPolicy: 'network-only' } as const;
    void client.query(EMERGENCY_LIST_QUERY, { language }, policy).toPromise();
  };
  refresh();
  setInterval(refresh, REFRESH_MS);
  i18n.on('change', () => currentLanguage() !== loaded && refresh());
}
