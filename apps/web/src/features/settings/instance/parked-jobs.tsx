import { Trans, useLingui } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type {
  ParkedJobsQuery,
  ParkedJobsQueryVariables,
  RetryParkedJobMutation,
  RetryParkedJobMutationVariables,
} from '../../../gql/types';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import { RelativeTime } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { isReleaseJob, jobLabel } from './job-labels';
import { useToast } from '../../../ui/actions/toast';

const PARKED_JOBS = gql<ParkedJobsQuery, ParkedJobsQueryVariables>`
  query ParkedJobs {
    parkedJobs {
      id
      task
      attempts
      failedAt
    }
  }
`;
const RETRY = gql<RetryParkedJobMutation, RetryParkedJobMutationVariables>`
  mutation RetryParkedJob($id: ID!) {
    retryParkedJob(id: $id) {
      id
    }
  }
`;

/** Jobs that failed permanently. It shows the kind of job, never the affected account. */
export function ParkedJobs() {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data, error }, execute] = useQuery({
    query: PARKED_JOBS,
    requestPolicy: 'cache-and-network',
  });
  const { run, isBusy, problem: refused } = useMutationState(RETRY);
  const reload = () => execute({ requestPolicy: 'network-only' });
  const retry = async (id: string) => {
    if (!(await run({ id }))) return;
    toast({ text: t`Se intentará otra vez.` });
    reload();
  };
  const problem = requestProblemOf(error);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Trabajo detenido</Trans>
      </h2>
      <FormProblem problem={refused} />
      {!data && problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton kind="row" rows={1} />}
      {data && <JobRows jobs={data.parkedJobs} isBusy={isBusy} onRetry={(id) => void retry(id)} />}
    </section>
  );
}

type Job = ParkedJobsQuery['parkedJobs'][number];

interface JobRowsProps {
  jobs: readonly Job[];
  isBusy: boolean;
  onRetry: (id: string) => void;
}

function JobRows({ jobs, isBusy, onRetry }: JobRowsProps) {
  const { t } = useLingui();
  if (jobs.length === 0) {
    return (
      <p className="muted">
        <Trans>
          Nada está detenido. Lo que falla se intenta solo varias veces antes de llegar aquí.
        </Trans>
      </p>
    );
  }
  return (
    <Rows label={t`Trabajo detenido`}>
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} isBusy={isBusy} onRetry={() => onRetry(job.id)} />
      ))}
    </Rows>
  );
}

function JobRow({
  job: { task, attempts, failedAt },
  isBusy,
  onRetry,
}: {
  job: Job;
  isBusy: boolean;
  onRetry: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <Row
      start={<IconTile icon="clock" look="clay" />}
      title={i18n._(jobLabel(task))}
      note={
        <>
          {isReleaseJob(task) ? (
            <Trans>Espera desde</Trans>
          ) : (
            <Trans>{attempts} intentos, el último</Trans>
          )}{' '}
          <RelativeTime at={failedAt} />
          <br />
          <code className="breakable">{task}</code>
          <br />
          <Button kind="line" small disabled={isBusy} onClick={onRetry}>
            {isReleaseJob(task) ? <Trans>Borrar ahora</Trans> : <Trans>Reintentar</Trans>}
          </Button>
        </>
      }
    />
  );
}
