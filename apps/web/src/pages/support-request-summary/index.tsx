import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useOwnRequest } from '../../features/support/own/use-own-request';
import { canSummarise } from '../../features/support/summary/can-summarise';
import { RequestSummary } from '../../features/support/summary/request-summary';
import { useNow } from '../../lib/page/use-now';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A summary of an own request that its requester downloads, to ask for help elsewhere. */
export default function SupportRequestSummaryPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { request, problem, isGone, again } = useOwnRequest(id);
  const now = useNow();
  if (isGone || (request && !canSummarise(request, now))) return <NotFound />;
  return (
    <Page width={600} title={t`Resumen`} back={{ to: `/support/${id}`, label: t`Tu pedido` }}>
      <h1>
        <Trans>Resumen de tu pedido</Trans>
      </h1>
      {!request && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!request && !problem && <Skeleton kind="text" />}
      {request && <RequestSummary request={request} />}
    </Page>
  );
}
