import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  type CoalitionPrivacy,
  COALITION_PRIVACY_QUERY,
} from '../../features/coalitions/privacy.graphql';
import { HideCoalition, ListCoalition } from '../../features/coalitions/privacy-form';
import { PendingApprovalBanner } from '../../features/coalitions/approval-note';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A coalition steward hides the coalition at once, or requests that it is listed. */
export default function CoalitionPrivacyPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const { confirm, sheet } = usePasswordConfirmation();
  const [{ data, error }, refetch] = useQuery({
    query: COALITION_PRIVACY_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'twoPersonAct'], again);
  const problem = requestProblemOf(error);
  const coalition = data?.group;
  const mayNot = coalition && (coalition.kind === 'group' || !coalition.viewerCan.includes('edit'));
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Quién la ve`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Quién ve la coalición</Trans>
        </h1>
        {coalition && <CurrentPrivacy coalition={coalition} />}
      </div>
      {problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {coalition?.lessPrivateRequestId && (
        <PendingApprovalBanner
          requestId={coalition.lessPrivateRequestId}
          title={<Trans>Hay un pedido</Trans>}
        >
          <Trans>Alguien pidió mostrarla en la lista. Falta que otra persona lo apruebe.</Trans>
        </PendingApprovalBanner>
      )}
      {coalition?.isListed && <HideCoalition coalition={coalition} onChanged={again} />}
      {coalition && !coalition.isListed && !coalition.lessPrivateRequestId && (
        <ListCoalition coalition={coalition} onConfirm={confirm} />
      )}
      {sheet}
    </Page>
  );
}

function CurrentPrivacy({ coalition: { isListed } }: { coalition: CoalitionPrivacy }) {
  return (
    <p className="muted">
      {isListed ? (
        <Trans>
          Ahora está en la lista: cualquier miembro de Trama ve su nombre, su propósito, sus
          acuerdos y qué grupos y organizaciones la forman.
        </Trans>
      ) : (
        <Trans>
          Ahora está oculta: solo la ven la gente de los grupos y organizaciones que la forman y
          quienes reciben una invitación.
        </Trans>
      )}
    </p>
  );
}
