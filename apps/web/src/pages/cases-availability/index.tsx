import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { AvailabilityForm } from '../../features/support/calls/availability-form';
import { MY_CALL_AVAILABILITY } from '../../features/support/calls/calls.graphql';
import { FreeTimes } from '../../features/support/calls/free-times';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** When the viewer, a supporter, offers introductory calls. */
export default function CasesAvailabilityPage() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: MY_CALL_AVAILABILITY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  return (
    <Page
      width={640}
      title={t`Tus horarios para llamadas`}
      back={{ to: '/cases', label: t`Casos` }}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Tus horarios para llamadas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Cuando aceptas su pedido, quien pidió apoyo elige una de tus horas libres. Ve la ciudad
            que elijas.
          </Trans>
        </p>
      </div>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton rows={4} />}
      {data && (
        <>
          <AvailabilityForm now={data.myCallAvailability ?? undefined} onSaved={again} />
          {data.myCallAvailability && <FreeTimes availability={data.myCallAvailability} />}
        </>
      )}
    </Page>
  );
}
