import { Trans } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../ui/display/card';
import type { RequestedPerson } from './introduction-request-sheet';
import { type PersonConnection, usePersonConnection } from './use-person-connection';

export interface IntroductionActionsProps {
  person: RequestedPerson;
  canAsk: boolean;
  /** Whether the person takes no requests now. */
  isClosed: boolean;
  onChanged: () => void;
}

/** Shows the open introduction between the viewer and the person of a profile. For the actions see `IntroductionActions`. */
export function OpenIntroduction({ person }: Pick<IntroductionActionsProps, 'person'>) {
  const between = usePersonConnection(person.id);
  if (!between || between.conversationId) return null;
  return between.askedId || between.waitingId ? <Open {...between} /> : null;
}

/** The server reports a declined introduction as waiting to its requester. */
function Open({ waitingId, askedId }: PersonConnection) {
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
