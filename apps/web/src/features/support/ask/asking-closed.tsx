import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { problemText } from '../../../lib/server/errors';
import { Banner } from '../../../ui/display/banner';
import '../ask-error-texts';
import { EmergencyLink } from '../emergency-link';
import { SUPPORT_ASKING } from '../own/own-requests.graphql';

/** Why the viewer cannot ask now, as the reason of a refusal; null while they can, and offline. */
export function useAskingRefusal(): string | null {
  const [{ data }] = useQuery({ query: SUPPORT_ASKING, requestPolicy: 'cache-and-network' });
  const { closedBecause = null, limitReached = null } = data?.supportAsking ?? {};
  return closedBecause ?? limitReached;
}

/** Tells why the viewer cannot ask now. Shows nothing while they can. */
export function AskingClosed() {
  const reason = useAskingRefusal();
  if (!reason) return null;
  return (
    <Banner look="warn" icon="info" role="status">
      {problemText({ code: 'CONFLICT', reason, fields: {} })}{' '}
      <EmergencyLink>
        <Trans>A quién llamar ahora</Trans>
      </EmergencyLink>
    </Banner>
  );
}
