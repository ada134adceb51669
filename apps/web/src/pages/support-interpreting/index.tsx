import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { AvailabilityForm } from '../../features/support/calls/availability-form';
import { MY_CALL_AVAILABILITY } from '../../features/support/calls/calls.graphql';
import { InterpretedCalls } from '../../features/support/interpreters/interpreted-calls';
import { InterpreterNameForm } from '../../features/support/interpreters/interpreter-name-form';
import { MY_INTERPRETING } from '../../features/support/interpreters/interpreters.graphql';
import { StopInterpreting } from '../../features/support/interpreters/stop-interpreting';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The viewer as an interpreter: their calls, name, languages and hours. */
export default function SupportInterpretingPage() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: MY_INTERPRETING,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['interpretation'], again);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  const interpreter = data?.myInterpreting ?? undefined;
  return (
    <Page width={640} title={t`Interpretar llamadas`} back={{ to: '/support', label: t`Apoyo` }}>
      <div className="stack stack--1">
        <h1>
          <Trans>Interpretar llamadas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Ayudas a que conversen quien pidió apoyo y quien le acompaña. Ves la hora, los idiomas y
            el enlace, y nada más de su caso.
          </Trans>
        </p>
      </div>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton rows={4} />}
      {interpreter && <InterpretedCalls calls={data!.myInterpretedCalls} onChanged={again} />}
      {data && (
        <InterpreterNameForm
          key={interpreter?.name ?? ''}
          name={interpreter?.name}
          onSaved={again}
        />
      )}
      {interpreter && (
        <>
          <Hours />
          <StopInterpreting interpreter={interpreter} onChanged={again} />
        </>
      )}
    </Page>
  );
}

function Hours() {
  const [{ data }, execute] = useQuery({
    query: MY_CALL_AVAILABILITY,
    requestPolicy: 'cache-and-network',
  });
  if (!data) return <Skeleton rows={4} />;
  return (
    <AvailabilityForm
      isInterpreter
      now={data.myCallAvailability ?? undefined}
      onSaved={() => execute({ requestPolicy: 'network-only' })}
    />
  );
}
