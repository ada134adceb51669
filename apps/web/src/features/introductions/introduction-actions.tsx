import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/actions/button';
import { AllyNote } from './ally-note';
import { IntroductionRequestSheet } from './introduction-request-sheet';
import { EndAlliance } from './end-alliance';
import type { IntroductionActionsProps } from './open-introduction';
import { usePersonConnection } from './use-person-connection';

/**
 * Actions at the end of a profile: for an ally the private note, ending the alliance, and a sticky link to the
 * conversation; otherwise a sticky button to request an introduction.
 */
export function IntroductionActions(props: IntroductionActionsProps) {
  const { person, canAsk, isClosed } = props;
  const between = usePersonConnection(person.id);
  if (!between) return null;
  const { conversationId, askedId, waitingId, again } = between;
  const onChanged = () => {
    props.onChanged();
    again();
  };
  if (conversationId) {
    return (
      <>
        <div className="stack stack--2">
          <AllyNote personId={person.id} />
          <EndAlliance personId={person.id} name={person.name} onEnded={onChanged} />
        </div>
        <div className="reach">
          <ButtonLink kind="primary" block icon="channel" to={`/channels/${conversationId}`}>
            <Trans>Ir a la conversación</Trans>
          </ButtonLink>
        </div>
      </>
    );
  }
  if (askedId || waitingId) return null;
  if (isClosed) return <Closed />;
  return canAsk ? <Ask person={person} onAsked={onChanged} /> : null;
}

/** Replaces the button for a person who takes no requests. */
function Closed() {
  return (
    <div className="reach">
      <p className="muted">
        <Trans>
          Por ahora no recibe pedidos de presentación. Puedes volver a mirar más adelante.
        </Trans>
      </p>
    </div>
  );
}

type AskProps = Pick<IntroductionActionsProps, 'person'> & { onAsked: () => void };

function Ask({ person, onAsked }: AskProps) {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      <p className="xs muted">
        <Trans>
          Las formas de contacto se abren solo cuando las dos personas dicen que sí. Si no acepta,
          no se avisa.
        </Trans>
      </p>
      <div className="reach">
        <Button kind="primary" block icon="allies" aria-haspopup="dialog" onClick={open}>
          <Trans>Pedir presentación</Trans>
        </Button>
        <IntroductionRequestSheet
          person={person}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          onAsked={onAsked}
        />
      </div>
    </>
  );
}
