import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { RotaForm } from '../../features/support/workload/rota-form';
import { RotaList } from '../../features/support/workload/rota-list';
import { SUPPORT_ROTA } from '../../features/support/workload/rota.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The people on duty on each day, and the viewer's own days and kinds. */
export default function CasesRotaPage() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: SUPPORT_ROTA,
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  const rota = data?.supportRota;
  return (
    <Page title={t`Guardia`} back={{ to: '/cases', label: t`Casos` }} width={640}>
      <div className="stack stack--1">
        <h1>
          <Trans>Guardia</Trans>
        </h1>
        <p className="muted">
          <Trans>
            De un pedido sin urgencia avisamos primero a quien está de guardia ese día, toma ese
            tipo de pedidos, habla el idioma y puede tomar otro. Si no hay nadie así, avisamos a las
            demás personas. De los urgentes avisamos a todas, salvo a quien descansa.
          </Trans>
        </p>
      </div>
      {problem && (
        <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      )}
      {!rota && !problem && <Skeleton rows={7} />}
      {rota && (
        <>
          <RotaList rota={rota} />
          <RotaForm rota={rota} />
        </>
      )}
    </Page>
  );
}
