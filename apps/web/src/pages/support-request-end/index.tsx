import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { EndRequest } from '../../features/support/own/end-request';
import { useOwnRequest } from '../../features/support/own/use-own-request';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before a requester withdraws or deletes a request: names what changes. */
export default function EndSupportRequestPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { request, problem, isGone, again } = useOwnRequest(id);
  const canWithdraw = request?.viewerCan.includes('withdraw') ?? false;
  if (isGone) return <NotFound />;
  return (
    <Page
      width={600}
      title={canWithdraw ? t`Retirar o borrar el pedido` : t`Borrar el pedido`}
      back={{ to: `/support/${id}`, label: t`Tu pedido` }}
    >
      <h1>
        {canWithdraw ? <Trans>Retirar o borrar el pedido</Trans> : <Trans>Borrar el pedido</Trans>}
      </h1>
      {!request && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!request && !problem && <Skeleton kind="text" />}
      {request && <EndRequest request={request} />}
    </Page>
  );
}
