import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { END_SUPPORT_REST, REST_CHANGES, type Workload } from './workload.graphql';

/** The number of requests and cases that the viewer holds, their limits and their rest. */
export function WorkloadCard({ workload }: { workload: Workload }) {
  const { claims, cases, urgent, limits, restingSince, urgentRestEndsAt } = workload;
  const inHand = claims + cases;
  const { open: mostOpen, urgent: mostUrgent } = limits;
  if (restingSince) return <Resting since={restingSince} />;
  return (
    <>
      {urgentRestEndsAt && <UrgentRest endsAt={urgentRestEndsAt} />}
      <div className="inline inline--3">
        <p className="grow muted">
          {inHand === 0 ? (
            <Trans>No tienes pedidos ni casos</Trans>
          ) : (
            <Trans>
              Tienes {inHand} de {mostOpen} pedidos y casos
            </Trans>
          )}
          {urgent > 0 && (
            <>
              {' · '}
              <Trans>
                urgentes: {urgent} de {mostUrgent}
              </Trans>
            </>
          )}
        </p>
        <ButtonLink small to="/cases/rest">
          <Trans>Descansar</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

function Resting({ since }: { since: string }) {
  const { i18n } = useLingui();
  const day = i18n.date(since, { dateStyle: 'long' });
  return (
    <Banner look="info" icon="clock" title={<Trans>Estás descansando</Trans>}>
      <span className="stack stack--3">
        <span>
          <Trans>
            Desde el {day} no te llegan avisos de pedidos y no puedes tomar ninguno. No se lo
            decimos a nadie.
          </Trans>{' '}
          <Trans>Mientras tanto no apareces en la lista de guardia.</Trans>
        </span>
        <EndRest>
          <Trans>Volver a tomar pedidos</Trans>
        </EndRest>
      </span>
    </Banner>
  );
}

function UrgentRest({ endsAt }: { endsAt: string }) {
  const { i18n } = useLingui();
  const when = i18n.date(endsAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Banner look="info" icon="clock" title={<Trans>Después de un caso urgente, una pausa</Trans>}>
      <span className="stack stack--3">
        <span>
          <Trans>
            Hasta el {when} no te avisamos de pedidos urgentes, salvo que nadie más pueda tomarlos.
            Los demás puedes tomarlos. Si te sientes bien, puedes terminar la pausa.
          </Trans>
        </span>
        <EndRest>
          <Trans>Terminar la pausa</Trans>
        </EndRest>
      </span>
    </Banner>
  );
}

function EndRest({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(END_SUPPORT_REST, REST_CHANGES);
  const end = async () => {
    if (await run({})) toast({ text: t`Puedes tomar pedidos` });
  };
  return (
    <>
      <ErrorBanner text={message} />
      <span>
        <Button small isBusy={isBusy} onClick={() => void end()}>
          {children}
        </Button>
      </span>
    </>
  );
}
