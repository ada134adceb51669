import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { EndRequest } from '../../features/support/own/end-request';
import { useOwnRequest } from '../../features/support/own/use-own-request';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before a requester leaves, withdraws or deletes a request: names what changes. */
export default function EndSupportRequestPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { request, problem, isGone, again } = useOwnRequest(id);
  const canWithdraw = request?.viewerCan.includes('withdraw') ?? false;
  const canLeave = request?.viewerCan.includes('leaveOwn') ?? false;
  const title = canLeave
    ? t`Dejar, retirar o borrar el pedido`
    : canWithdraw
      ? t`Retirar o borrar el pedido`
      : t`Borrar el pedido`;
  if (isGone) return <NotFound />;
  return (
    <Page width={600} title={title} back={{ to: `/support/${id}`, label: t`Tu pedido` }}>
      <h1>{title}</h1>
      {!request && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!request && !problem && <Skeleton kind="text" />}
      {request && <EndRequest request={request} />}
    </Page>
  );
}
