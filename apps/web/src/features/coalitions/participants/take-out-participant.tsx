import { Trans, useLingui } from '@lingui/react/macro';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ActionEffects } from '../../../ui/display/action-effects';
import { ErrorBanner } from '../../../ui/display/banner';
import { useParticipantLabel } from '../taking-part/participant-label';
import { type Participant, TAKE_PARTICIPANT_OUT } from './participants.graphql';
import '../error-texts';

interface TakeOutProps {
  participant: Participant;
  back: string;
}

/** Takes the participant out at once, after a confirmation that lists the consequences. */
export function TakeOutParticipant({ participant, back }: TakeOutProps) {
  const { t } = useLingui();
  const { id } = participant;
  const name = useParticipantLabel()(participant);
  const toast = useToast();
  const navigate = usePageNavigate();
  const takeOut = useMutationState(TAKE_PARTICIPANT_OUT, [...GROUP_TYPES, 'Participant']);
  const act = async () => {
    if (!(await takeOut.run({ id }))) return;
    toast({ text: t`${name} ya no es parte de la coalición` });
    navigate('/coalitions', { replace: true });
  };
  return (
    <>
      <EndOfParticipant name={name} />
      <div className="stack stack--2">
        <ErrorBanner text={takeOut.message} />
        <Button
          kind="danger"
          block
          className="breakable"
          isBusy={takeOut.isBusy}
          onClick={() => void act()}
        >
          <Trans>Sacar a {name} de la coalición</Trans>
        </Button>
        <ButtonLink block to={back}>
          <Trans>Volver sin cambiar nada</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

/** Consequences of the end of a participant, whoever ends it. */
export function EndOfParticipant({ name }: { name: string }) {
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Qué cambia</Trans>}
        effects={[
          [
            'exit',
            <Trans key="people">
              Quienes participan solo por {name} salen enseguida, en todos sus dispositivos
            </Trans>,
          ],
          [
            'eyeOff',
            <Trans key="grants">
              {name} deja de tener personas delegadas, y las invitaciones a su gente terminan
            </Trans>,
          ],
          ['lock', <Trans key="back">Para volver hace falta otra invitación</Trans>],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'channel',
            <Trans key="messages">Lo que escribieron, hasta su borrado automático</Trans>,
          ],
          ['eye', <Trans key="memory">Lo que cada quien ya vio: puede recordarlo</Trans>],
        ]}
      />
    </div>
  );
}
