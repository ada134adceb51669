import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ApprovalActions } from '../../features/audit/approval-actions';
import { ApprovalDetails } from '../../features/audit/approval-details';
import { APPROVAL_QUERY, type Approval } from '../../features/audit/approvals.graphql';
import '../../features/channels/messages/error-texts';
import '../../features/moderation/acts/act-error-texts';
import '../../features/settings/error-texts';
import { StaffCode, StaffLink } from '../../features/settings/duties/staff-link';
import {
  type ConfirmWithPassword,
  usePasswordConfirmation,
} from '../../features/signin/use-password-confirmation';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** One two-person act: the exact request, its reason and the actions of the viewer. */
export default function ApprovalPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { confirm, sheet } = usePasswordConfirmation();
  const [{ data, error }, execute] = useQuery({
    query: APPROVAL_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  // Reloads after a notice about any act: a viewer who was recused receives a notice without the id of the act.
  useNews(['twoPersonAct'], again);
  const problem = requestProblemOf(error);
  const isGone = problem?.code === 'NOT_FOUND';
  return (
    <Page width={688} back={{ to: '/approvals', label: t`Aprobaciones` }} title={t`Aprobación`}>
      {isGone && <Gone />}
      {!data && problem && !isGone && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && !isGone && (
        <>
          <ApprovalDetails act={data.twoPersonAct} />
          <OwnSeat act={data.twoPersonAct} onConfirm={confirm} />
          <ApprovalActions act={data.twoPersonAct} onConfirm={confirm} onChanged={again} />
          {sheet}
        </>
      )}
    </Page>
  );
}

/** For an approved staff account: shows the link to the requester and the code to the approver. */
function OwnSeat({ act, onConfirm }: { act: Approval; onConfirm: ConfirmWithPassword }) {
  if (act.kind !== 'makeStaff' || act.state !== 'approved') return null;
  if (act.isMine) return <StaffLink actId={act.id} onConfirm={onConfirm} />;
  return act.isDecidedByMe ? <StaffCode actId={act.id} onConfirm={onConfirm} /> : null;
}

function Gone() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Este pedido no está aquí</Trans>}
      actions={
        <ButtonLink to="/approvals">
          <Trans>Volver a Aprobaciones</Trans>
        </ButtonLink>
      }
    >
      <Trans>Puede que ya no exista, o que no te toque por cercanía.</Trans>
    </EmptyState>
  );
}
