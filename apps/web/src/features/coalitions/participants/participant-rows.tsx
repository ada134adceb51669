import { Trans, useLingui } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { useParticipantLabel } from '../taking-part/participant-label';
import type { Participant } from './participants.graphql';

interface ParticipantRowsProps {
  participant: Participant;
  /** Path of the page of the participant. */
  path: string;
}

/** Links to the pages where the viewer can change the participant. Renders nothing if they can change nothing. */
export function ParticipantRows({ participant, path }: ParticipantRowsProps) {
  const { t } = useLingui();
  const name = useParticipantLabel()(participant);
  const can = (action: Participant['viewerCan'][number]) => participant.viewerCan.includes(action);
  if (participant.viewerCan.every((action) => action === 'read')) return null;
  return (
    <Rows label={t`Qué puedes hacer`}>
      {can('nameDelegates') && (
        <Row
          to={`${path}/delegates`}
          start={<IconTile icon="shield" />}
          title={<Trans>Personas delegadas</Trans>}
          note={<Trans>Quiénes actúan por {name} en la coalición</Trans>}
        />
      )}
      {can('grant') && (
        <Row
          to={`${path}/people`}
          start={<IconTile icon="people" />}
          title={<Trans>Quiénes pueden participar</Trans>}
          note={<Trans>Invitar a la gente de {name}, o quitar una invitación</Trans>}
        />
      )}
      {can('rename') && (
        <Row
          to={`${path}/name`}
          start={<IconTile icon="edit" />}
          title={<Trans>Nombre en la coalición</Trans>}
          note={participant.name || <Trans>Todavía no tiene</Trans>}
        />
      )}
      <EndRow participant={participant} path={path} />
    </Rows>
  );
}

function EndRow({ participant, path }: ParticipantRowsProps) {
  const { viewerCan, group } = participant;
  const name = useParticipantLabel()(participant);
  if (viewerCan.includes('takeOut')) {
    return (
      <Row
        to={`${path}/end`}
        start={<IconTile icon="exit" look="plain" />}
        title={
          group ? (
            <Trans>Sacar al grupo de la coalición</Trans>
          ) : (
            <Trans>Sacar a la organización de la coalición</Trans>
          )
        }
        note={<Trans>También salen quienes participan solo por {name}</Trans>}
      />
    );
  }
  if (!viewerCan.includes('remove')) return null;
  return (
    <Row
      to={`${path}/end`}
      start={<IconTile icon="exit" look="plain" />}
      title={<Trans>Pedir que salga de la coalición</Trans>}
    />
  );
}
