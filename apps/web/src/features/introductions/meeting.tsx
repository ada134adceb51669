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

/** On a person's page: an introduction that is open between the two. What can be done is `MeetingAction`. */
export function Meeting({ person }: Pick<MeetingProps, 'person'>) {
  const between = useBetween(person.id);
  if (!between || between.conversationId) return null;
  return between.askedId || between.waitingId ? <Open {...between} /> : null;
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
