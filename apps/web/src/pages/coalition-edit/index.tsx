import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { COALITION_QUERY } from '../../features/coalitions/coalitions.graphql';
import { EditCoalitionForm } from '../../features/coalitions/edit-coalition-form';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** A coalition steward changes name and purpose. */
export default function EditCoalitionPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: COALITION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  const mayNot = data && (data.group.kind === 'group' || !data.group.viewerCan.includes('edit'));
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Nombre y propósito`}
      back={{ to: `/coalitions/${slug}`, label: t`La coalición` }}
      width={600}
    >
      <h1>
        <Trans>Nombre y propósito</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {!data && !problem && <Skeleton kind="text" />}
      {data && <EditCoalitionForm key={data.group.id} coalition={data.group} />}
    </Page>
  );
}
