import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { AGREEMENTS_QUERY } from '../../features/groups/agreements/agreements.graphql';
import { PublishAgreements } from '../../features/groups/agreements/publish-agreements';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A steward writes a new version of the agreements and sees what it changes before publishing it. */
export default function NewAgreementsPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  // Bypasses the cache: the difference is shown against the version that is current now.
  const [{ data, error }, refetch] = useQuery({
    query: AGREEMENTS_QUERY,
    variables: { slug },
    requestPolicy: 'network-only',
  });
  const problem = data ? undefined : requestProblemOf(error);
  const mayNot = data && !data.group.viewerCan.includes('publishAgreements');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Acuerdos`}
      back={{ to: `/groups/${slug}/agreements`, label: t`Acuerdos` }}
      width={600}
    >
      <h1>
        <Trans>Una versión nueva</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && (
        <PublishAgreements
          key={data.group.id}
          group={data.group}
          onChanged={() => refetch({ requestPolicy: 'network-only' })}
        />
      )}
    </Page>
  );
}
