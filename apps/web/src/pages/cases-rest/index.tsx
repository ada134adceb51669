import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { StartRest } from '../../features/support/workload/start-rest';
import { WorkloadCard } from '../../features/support/workload/workload-card';
import { SUPPORT_WORKLOAD } from '../../features/support/workload/workload.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before a supporter starts to rest: names what changes. */
export default function CasesRestPage() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: SUPPORT_WORKLOAD,
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  const workload = data?.supportWorkload;
  return (
    <Page title={t`Descansar`} back={{ to: '/cases', label: t`Casos` }} width={600}>
      <h1>
        <Trans>Descansar</Trans>
      </h1>
      {problem && (
        <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      )}
      {!workload && !problem && <Skeleton kind="text" />}
      {workload &&
        (workload.restingSince ? (
          <WorkloadCard workload={workload} />
        ) : (
          <StartRest workload={workload} />
        ))}
    </Page>
  );
}
