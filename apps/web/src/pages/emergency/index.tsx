import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { EmergencyLines } from '../../features/emergency-list/emergency-lines';
import { lockNow, quickExit } from '../../lib/device/lock-and-exit';
import type { EmergencyState } from '../../lib/page/emergency-state';
import { useMe } from '../../lib/server/session';
import { ButtonLink } from '../../ui/actions/button';
import { Card, IconTile, Row, Rows } from '../../ui/display/card';
import { Page } from '../../ui/page/page';

/**
 * The emergency list of the instance, for people in danger. It also opens without a connection. The form to ask for
 * support shows it before its other questions to a person who says that there may be danger.
 */
export default function EmergencyPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  const state = (useLocation().state ?? {}) as EmergencyState;
  const { back, next } = state;
  // The account page is not open to applicants and guests.
  const from = back ?? (standing === 'applicant' || standing === 'guest' ? '/support' : undefined);
  const backLink = from ? { to: from, label: t`Apoyo` } : { to: '/account', label: t`Tu cuenta` };
  return (
    <Page width={640} back={backLink} title={t`En peligro ahora`}>
      <h1>
        {next ? (
          <Trans>Si hay peligro, llama primero. Después seguimos.</Trans>
        ) : (
          <Trans>En peligro ahora</Trans>
        )}
      </h1>
      <EmergencyLines />
      <LockRows />
      {next && <GoOn {...state} next={next} />}
    </Page>
  );
}

/** Lock and quick exit with one tap, because the menu of the shield needs two. */
function LockRows() {
  const { t } = useLingui();
  return (
    <Rows label={t`Si alguien puede tomar este dispositivo`}>
      <Row
        start={<IconTile icon="lock" />}
        title={<Trans>Bloquear ahora</Trans>}
        note={
          <Trans>
            Borra ya lo guardado aquí, también un pedido sin enviar, y cierra la sesión. Sin
            conexión también borra; la sesión se cierra cuando Trama se vuelva a abrir con conexión.
          </Trans>
        }
        onClick={() => void lockNow()}
      />
      <Row
        start={<IconTile icon="exit" look="clay" />}
        title={<Trans>Salir rápido a otra página</Trans>}
        note={
          <Trans>
            Borra ya lo guardado aquí, también un pedido sin enviar. La sesión sigue abierta.
          </Trans>
        }
        onClick={quickExit}
      />
    </Rows>
  );
}

function GoOn({ next, back = next, isUrgent }: EmergencyState & { next: string }) {
  return (
    <Card isWaiting className="stack--3">
      <h2>
        <Trans>¿Ya puedes seguir?</Trans>
      </h2>
      <p className="xs muted">
        {isUrgent ? (
          <Trans>
            Tu pedido todavía no se envió. Cuando lo envíes, irá al frente de la cola e intentaremos
            contestarte en 2 horas. No es un servicio de emergencia: la respuesta puede tardar más.
          </Trans>
        ) : (
          <Trans>
            Tu pedido todavía no se envió. Cuando lo envíes, se atenderá como no urgente: hasta 3
            días hábiles. Si hay peligro ahora, <Link to={back}>cambia tu respuesta</Link>.
          </Trans>
        )}
      </p>
      <ButtonLink block to={next}>
        <Trans>Seguir con mi pedido</Trans>
      </ButtonLink>
    </Card>
  );
}
