import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Badge } from '../../../ui/display/badge';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useToast } from '../../../ui/actions/toast';
import { CLOSE_FOUNDING, type Founding } from './founding.graphql';
import '../error-texts';

/** Result of a closed founding, and whether the instance accepts applications. */
export function FoundingSummary({ founding }: { founding: Founding }) {
  const { i18n } = useLingui();
  const { foundedAt, closedAt, areApplicationsOpen } = founding;
  const from = i18n.date(foundedAt, { dateStyle: 'long' });
  const to = i18n.date(closedAt!, { dateStyle: 'long' });
  return (
    <>
      <p>
        <Trans>
          Empezó el {from} y se cerró el {to}. No se puede volver a abrir.
        </Trans>
      </p>
      {areApplicationsOpen ? (
        <p className="muted">
          <Trans>Se puede postular.</Trans>
        </p>
      ) : (
        <Banner look="warn" icon="clock" title={<Trans>Las postulaciones están en pausa</Trans>}>
          <Trans>Hacen falta tres personas que lean postulaciones, y ahora hay menos.</Trans>{' '}
          <Link to="/admin/duties">
            <Trans>Ver quién tiene qué tarea</Trans>
          </Link>
        </Banner>
      )}
    </>
  );
}

/** Duties of the seats that have been taken; it does not identify the holders. */
export function FoundingSeats({ founding: { seats } }: { founding: Founding }) {
  const { t } = useLingui();
  const taken = seats.filter((seat) => seat.isTaken).length;
  const total = seats.length;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Las personas</Trans>
      </h2>
      <p className="muted">
        <Trans>
          {taken} de {total} personas ya tomaron su lugar, cada una con un enlace que vale 72 horas.
          Si alguno venció, quien opera el servidor hace otro.
        </Trans>
      </p>
      <Rows label={t`Lugares`}>
        {seats.map((seat, at) => (
          <SeatRow key={at} seat={seat} />
        ))}
      </Rows>
    </section>
  );
}

interface CloseFoundingProps {
  founding: Founding;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

export function CloseFounding({ founding: { canClose }, onConfirm }: CloseFoundingProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, problem } = useMutationState(CLOSE_FOUNDING);
  const close = async () => {
    if (await run({})) toast({ text: t`La fundación quedó cerrada.` });
  };
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Cerrar la fundación</Trans>
      </h2>
      <p className="muted">
        {canClose ? (
          <Trans>Hasta que la cierres nadie puede postular.</Trans>
        ) : (
          <Trans>Se puede cerrar cuando al menos tres personas de moderación estén dentro.</Trans>
        )}
      </p>
      <FormProblem problem={problem} />
      <Button
        kind="primary"
        block
        disabled={!canClose}
        isBusy={isBusy}
        onClick={() => onConfirm(<Consequences />, () => void close())}
      >
        <Trans>Cerrar la fundación</Trans>
      </Button>
    </section>
  );
}

function SeatRow({ seat }: { seat: Founding['seats'][number] }) {
  const isAdministrator = seat.duties.includes('administer');
  return (
    <Row
      start={
        <IconTile
          icon={isAdministrator ? 'settings' : 'desk'}
          look={seat.isTaken ? 'done' : 'plain'}
        />
      }
      title={isAdministrator ? <Trans>Administración</Trans> : <Trans>Moderación</Trans>}
      end={
        seat.isTaken ? (
          <Badge look="ok">
            <Trans>Tomado</Trans>
          </Badge>
        ) : (
          <Badge>
            <Trans>Libre</Trans>
          </Badge>
        )
      }
    />
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Desde ese momento se puede postular. Los lugares que nadie tomó desaparecen con su enlace, y
        la fundación no se puede volver a abrir.
      </Trans>
    </p>
  );
}
