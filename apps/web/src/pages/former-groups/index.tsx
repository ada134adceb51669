import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { FormerMembershipCard } from '../../features/former-memberships/former-membership-card';
import { MY_FORMER_MEMBERSHIPS_QUERY } from '../../features/former-memberships/former-memberships.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';

/** Groups and coalitions that the viewer left in the last 30 days. It shows nothing of their content. */
export default function FormerGroupsPage() {
  const { t } = useLingui();
  const [{ data, error }, refetch] = useQuery({
    query: MY_FORMER_MEMBERSHIPS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const problem = data ? undefined : requestProblemOf(error);
  const title = t`De donde saliste`;
  return (
    <Page title={title} back={{ to: '/groups', label: t`Grupos` }} width={600}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Solo tú ves esta página. También están los nombres que dejaste de usar en un lugar donde
            sigues. Cada entrada dura 30 días y no dice nada de lo que pasa ahí desde entonces.
          </Trans>
        </p>
      </div>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data?.myFormerMemberships.length === 0 && (
        <EmptyState title={<Trans>No saliste de ningún grupo en los últimos 30 días</Trans>}>
          <Trans>Cuando salgas de uno, aquí puedes borrar lo que escribiste.</Trans>
        </EmptyState>
      )}
      {data?.myFormerMemberships.map((membership) => (
        <FormerMembershipCard key={membership.id} membership={membership} onDeleted={again} />
      ))}
    </Page>
  );
}
