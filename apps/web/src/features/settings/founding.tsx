import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { gql, useQuery } from 'urql';
import type {
  CloseFoundingMutation,
  CloseFoundingMutationVariables,
  FoundingQuery,
  FoundingQueryVariables,
} from '../../gql/types';
import { problemOf } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { Badge } from '../../ui/badge';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { IconTile, Row, Rows } from '../../ui/card';
import { FormProblem } from '../../ui/form-problem';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { useToast } from '../../ui/toast';
import './reasons';

const FOUNDING = gql<FoundingQuery, FoundingQueryVariables>`
  query Founding {
    founding {
      foundedAt
      closedAt
      canClose
      areApplicationsOpen
      seats {
        duties
        isTaken
      }
    }
  }
`;
const CLOSE_FOUNDING = gql<CloseFoundingMutation, CloseFoundingMutationVariables>`
  mutation CloseFounding {
    closeFounding {
      foundedAt
      closedAt
      canClose
      areApplicationsOpen
    }
  }
`;

type Founding = FoundingQuery['founding'];

interface FoundingPartProps {
  /** Asks for the password, names what follows, and calls `act` once it was right. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** How far the founding is, and its end. An instance that was not founded (a demo) has none. */
export function FoundingPart({ onConfirm }: FoundingPartProps) {
  const [{ data, error }, execute] = useQuery({
    query: FOUNDING,
    requestPolicy: 'cache-and-network',
  });
  const problem = problemOf(error);
  if (problem?.code === 'NOT_FOUND') return null;
  if (!data && problem) {
    const again = () => execute({ requestPolicy: 'network-only' });
    return <LoadFailed problem={problem} onRetry={again} />;
  }
  if (!data) return <Skeleton kind="row" />;
  const { founding } = data;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Fundación</Trans>
      </h2>
      {founding.closedAt ? (
        <Closed founding={founding} />
      ) : (
        <Open founding={founding} onConfirm={onConfirm} />
      )}
    </section>
  );
}

function Closed({ founding: { closedAt, areApplicationsOpen } }: { founding: Founding }) {
  const { i18n } = useLingui();
  const day = i18n.date(closedAt!, { dateStyle: 'long' });
  return (
    <>
      <p className="muted">
        <Trans>Se cerró el {day} y no se puede volver a abrir.</Trans>
      </p>
      {!areApplicationsOpen && (
        <Banner look="warn" icon="clock" title={<Trans>Las postulaciones están en pausa</Trans>}>
          <Trans>Hacen falta tres personas que lean postulaciones, y ahora hay menos.</Trans>
        </Banner>
      )}
    </>
  );
}

function Open({ founding, onConfirm }: { founding: Founding } & FoundingPartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, problem } = useAct(CLOSE_FOUNDING);
  const close = async () => {
    if (await run({})) toast({ text: t`La fundación quedó cerrada.` });
  };
  const ask = () => onConfirm(<Consequences />, () => void close());
  const taken = founding.seats.filter((seat) => seat.isTaken).length;
  const total = founding.seats.length;
  return (
    <>
      <p className="muted">
        <Trans>
          {taken} de {total} personas ya tomaron su lugar. Nadie puede postular hasta que la
          cierres.
        </Trans>
      </p>
      <Rows label={t`Lugares`}>
        {founding.seats.map((seat, at) => (
          <SeatRow key={at} seat={seat} />
        ))}
      </Rows>
      <FormProblem problem={problem} />
      <Button kind="primary" block disabled={!founding.canClose} isBusy={isBusy} onClick={ask}>
        <Trans>Cerrar la fundación</Trans>
      </Button>
      {!founding.canClose && (
        <p className="xs muted">
          <Trans>Se puede cerrar cuando al menos tres personas de moderación estén dentro.</Trans>
        </p>
      )}
    </>
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
