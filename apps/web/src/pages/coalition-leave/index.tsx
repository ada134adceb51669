import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { COALITION_QUERY } from '../../features/coalitions/coalitions.graphql';
import { LeaveCoalition } from '../../features/coalitions/taking-part/leave-coalition';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before somebody ends their entry in a coalition: lists what they lose and what stays. */
export default function LeaveCoalitionPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: COALITION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  const coalition = data?.group;
  const mayNot = coalition && (coalition.kind === 'group' || coalition.myMembershipId === null);
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Salir de la coalición`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!coalition && !problem && <Skeleton kind="text" />}
      {coalition && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>Salir de {coalition.name}</Trans>
            </h1>
            <p className="muted">
              <Trans>Pasa enseguida, en todos tus dispositivos. Sigues en tu grupo.</Trans>
            </p>
          </div>
          <LeaveCoalition coalition={coalition} />
        </>
      )}
    </Page>
  );
}
