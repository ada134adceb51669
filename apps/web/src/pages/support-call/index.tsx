import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { BookCall } from '../../features/support/calls/book-call';
import { CallActions } from '../../features/support/calls/call-actions';
import { CallDetails } from '../../features/support/calls/call-details';
import { useCall } from '../../features/support/calls/use-call';
import { requestProblemOf } from '../../lib/server/errors';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The introductory call of a request: booking it, and the booked call. */
export default function SupportCallPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { booked, error, isLoading, again } = useCall(id);
  const problem = error && requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page
      width={600}
      title={booked ? t`Tu primera llamada` : t`Reservar`}
      back={{ to: `/support/${id}`, label: t`Tu pedido` }}
    >
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {isLoading && <Skeleton kind="text" />}
      {!isLoading && !problem && !booked && <BookCall requestId={id} onBooked={again} />}
      {booked && (
        <>
          <h1 className="vh">
            <Trans>Tu primera llamada</Trans>
          </h1>
          <CallDetails call={booked} />
          <CallActions call={booked} onChanged={again} />
          <CallTips />
        </>
      )}
    </Page>
  );
}

function CallTips() {
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Para llegar con calma</Trans>
      </h2>
      <ul>
        <li>
          <Trans>Busca un lugar donde nadie te escuche.</Trans>
        </li>
        <li>
          <Trans>Puedes apagar la cámara. Trama no graba la llamada.</Trans>
        </li>
        <li>
          <Trans>Si se corta la señal, vuelve a entrar con el mismo enlace.</Trans>
        </li>
      </ul>
    </section>
  );
}
