import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { SuccessionAnswer } from '../../features/groups/succession/succession-answer';
import { SUCCESSION_REQUEST_QUERY } from '../../features/groups/succession/succession.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A request to the viewer to become steward of a group that has none. */
export default function GroupSuccessionPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: SUCCESSION_REQUEST_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['stewardshipOffer'], again);
  const problem = requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page title={t`Sostener un grupo`} back={{ to: '/groups', label: t`Grupos` }} width={600}>
      {!data && problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && <SuccessionAnswer request={data.successionRequest} onChanged={again} />}
    </Page>
  );
}
