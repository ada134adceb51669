import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { LaterCalls, SoonCalls } from '../../features/support/calls/my-calls';
import { CaseQueue } from '../../features/support/cases/case-queue';
import { MY_SUPPORT_CASES } from '../../features/support/cases/cases.graphql';
import { MyCases } from '../../features/support/cases/my-cases';
import { WorkNameForm } from '../../features/support/cases/work-name-form';
import { CaseOffers } from '../../features/support/team/case-offers';
import { RotaRow } from '../../features/support/workload/rota-row';
import { WorkloadCard } from '../../features/support/workload/workload-card';
import { mayClaim, SUPPORT_WORKLOAD } from '../../features/support/workload/workload.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The workplace of supporters: first what waits for them, their own cases and the queue, then their calls and settings. */
export default function CasesPage() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: MY_SUPPORT_CASES,
    requestPolicy: 'cache-and-network',
  });
  const [{ data: load }, executeLoad] = useQuery({
    query: SUPPORT_WORKLOAD,
    requestPolicy: 'cache-and-network',
  });
  const workload = load?.supportWorkload;
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    executeLoad({ requestPolicy: 'network-only' });
  };
  useNews(['supportCase'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const workName = data && <WorkNameForm workName={data.myWorkName} onSaved={again} />;
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  return (
    <Page title={t`Casos`} back={{ to: '/', label: t`Inicio` }} width={688}>
      <h1>
        <Trans>Casos</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="row" />}
      {data && (
        <>
          {!data.myWorkName && workName}
          <CaseOffers />
          <SoonCalls />
          <MyCases cases={data.mySupportCases} />
          <CaseQueue
            canClaim={(isUrgent) => Boolean(data.myWorkName) && mayClaim(workload, isUrgent)}
          />
          <LaterCalls />
          {data.myWorkName && workload && <WorkloadCard workload={workload} />}
          {data.myWorkName && <RotaRow />}
          {data.myWorkName && workName}
          <Rows>
            <Row
              to="/cases/templates"
              start={<IconTile icon="edit" look="plain" />}
              title={<Trans>Plantillas</Trans>}
              note={<Trans>Textos para empezar una respuesta</Trans>}
            />
            <Row
              to="/support"
              start={<IconTile icon="support" look="plain" />}
              title={<Trans>Apoyo</Trans>}
              note={<Trans>Los pedidos que hiciste tú</Trans>}
            />
          </Rows>
        </>
      )}
    </Page>
  );
}
