import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import {
  WeeklyFlowChart,
  OpenByAgeChart,
  OwnShareChart,
  DecisionTimeChart,
} from './throughput-charts';
import { THROUGHPUT_QUERY } from './throughput.graphql';

/** Charts of the vetting queue, to plan how many vetters are needed. */
export function Throughput() {
  const [{ data, error }, execute] = useQuery({
    query: THROUGHPUT_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  if (!data && problem) {
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (!data) return <Skeleton rows={4} />;
  const figures = data.throughput;
  return (
    <div className="stack">
      <WeeklyFlowChart weeks={figures.weeks} />
      <DecisionTimeChart {...figures} />
      {figures.load && <OpenByAgeChart {...figures} />}
      {figures.load && <OwnShareChart load={figures.load} />}
      <div className="btns no-print">
        <Button kind="line" onClick={() => print()}>
          <Trans>Imprimir</Trans>
        </Button>
      </div>
    </div>
  );
}
