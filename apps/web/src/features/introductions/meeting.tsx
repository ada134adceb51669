import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/actions/button';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { AllyNote } from './ally-note';
import { type Asked, AskSheet } from './ask-sheet';
import { EndAlliance } from './end-alliance';
import { type Between, useBetween } from './use-between';

interface MeetingProps {
  person: Asked;
  canAsk: boolean;
  /** They take no requests now. */
  isClosed: boolean;
  onChanged: () => void;
}

/** On a person's page: what can be done to meet them, or where it stands. One thing at a time. */
export function Meeting(props: MeetingProps) {
  const between = useBetween(props.person.id);
  if (!between) return null;
  const { conversationId, askedId, waitingId, again } = between;
  const onChanged = () => {
    props.onChanged();
    again();
  };
  if (conversationId) {
    return (
      <div className="stack stack--2">
        <ButtonLink kind="primary" block icon="channel" to={`/channels/${conversationId}`}>
          <Trans>Ir a la conversación</Trans>
        </ButtonLink>
        <AllyNote personId={props.person.id} />
        <EndAlliance personId={props.person.id} name={props.person.name} onEnded={onChanged} />
      </div>
    );
  }
  if (askedId || waitingId) return <Open {...between} />;
  if (props.isClosed) return <Closed />;
  return props.canAsk ? <Ask {...props} onChanged={onChanged} /> : null;
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

function Ask({ person, onChanged }: MeetingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack stack--2">
      <Button kind="primary" block aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Trans>Pedir presentación</Trans>
      </Button>
      <p className="xs muted">
        <Trans>Las formas de contacto se abren solo cuando las dos personas dicen que sí.</Trans>
      </p>
      <AskSheet
        person={person}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onAsked={onChanged}
      />
    </div>
  );
}
