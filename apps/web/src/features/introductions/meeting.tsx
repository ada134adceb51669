import { Trans } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../ui/display/card';
import type { Asked } from './ask-sheet';
import { type Between, useBetween } from './use-between';

export interface MeetingProps {
  person: Asked;
  canAsk: boolean;
  /** They take no requests now. */
  isClosed: boolean;
  onChanged: () => void;
}

/** On a person's page: where an introduction stands. What can be done is `MeetingAction`. */
export function Meeting({ person, canAsk, isClosed }: Omit<MeetingProps, 'onChanged'>) {
  const between = useBetween(person.id);
  if (!between || between.conversationId) return null;
  if (between.askedId || between.waitingId) return <Open {...between} />;
  if (isClosed) return <Closed />;
  return canAsk ? <BothSayYes /> : null;
}

/** To the asker a declined one reads as waiting: the server says so. */
function Open({ waitingId, askedId }: Between) {
  return (
    <Rows>
      <Row
        to={`/introductions/${waitingId ?? askedId}`}
        start={<IconTile icon="allies" look="clay" />}
        title={
          waitingId ? <Trans>Te pidió una presentación</Trans> : <Trans>Presentación pedida</Trans>
        }
        note={
          waitingId ? (
            <Trans>Espera tu respuesta</Trans>
          ) : (
            <Trans>Esperando respuesta. Si no acepta, no se avisa.</Trans>
          )
        }
      />
    </Rows>
  );
}

function Closed() {
  return (
    <p className="muted">
      <Trans>
        Por ahora no recibe pedidos de presentación. Puedes volver a mirar más adelante.
      </Trans>
    </p>
  );
}

function BothSayYes() {
  return (
    <p className="xs muted">
      <Trans>Las formas de contacto se abren solo cuando las dos personas dicen que sí.</Trans>
    </p>
  );
}
