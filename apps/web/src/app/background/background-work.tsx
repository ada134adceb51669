import { useEffect } from 'react';
import { useClient } from 'urql';
import { startLocalExpiry } from '../../lib/device/expiry/local-expiry';
import { useMe } from '../../lib/server/session';
import { FaceRefresher } from './face-refresher';
import { FormSender } from './form-sender';
import { prepareOffline } from './offline-support';

// Pages for guests load it from here: a chunk of its own would grow the list of chunks in the shell.
export { keepEmergencyList } from './offline-support';

/**
 * Work without a visible part: refreshes faces, sends stored forms, deletes expired messages from the device, and
 * prepares the app for use without a connection. Loaded after the first render, so that it does not delay the first page.
 */
export function BackgroundWork() {
  const { standing } = useMe();
  const client = useClient();
  useEffect(() => prepareOffline(client), [client]);
  useEffect(() => startLocalExpiry(), []);
  return (
    <>
      {(standing === 'applicant' || standing === 'member') && <FormSender />}
      <FaceRefresher />
    </>
  );
}
