import { Trans, useLingui } from '@lingui/react/macro';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { AcceptDeclineButtons } from '../../../ui/actions/accept-decline-buttons';
import { ButtonLink } from '../../../ui/actions/button';
import { ActionEffects } from '../../../ui/display/action-effects';
import { Banner } from '../../../ui/display/banner';
import {
  ACCEPT_SUCCESSION,
  DECLINE_SUCCESSION,
  type SuccessionRequest,
} from './succession.graphql';
import '../error-texts';
import './error-texts';

interface AnswerProps {
  request: SuccessionRequest;
  onChanged: () => void;
}

/** Explains what a steward does, and takes the viewer's answer. After the end of the request it says how it ended. */
export function SuccessionAnswer({ request, onChanged }: AnswerProps) {
  const { group, viewerCan } = request;
  if (!group) return null;
  const isOpen = viewerCan.includes('accept');
  return (
    <>
      <div className="stack stack--1">
        <h1 className="breakable">
          {isOpen ? <Trans>¿Quieres sostener {group.name}?</Trans> : group.name}
        </h1>
        {isOpen && (
          <p className="muted">
            <Trans>
              El grupo busca quien lo sostenga. Preguntamos de a una persona: ahora te toca a ti. No
              le contamos al grupo a quién le preguntamos ni qué responde.
            </Trans>
          </p>
        )}
      </div>
      {isOpen ? (
        <Open request={request} onChanged={onChanged} />
      ) : (
        <Ended state={request.state} slug={group.slug} />
      )}
    </>
  );
}

function Open({ request: { id, expiresAt }, onChanged }: AnswerProps) {
  const { i18n } = useLingui();
  const accept = useMutationState(ACCEPT_SUCCESSION, GROUP_TYPES);
  const decline = useMutationState(DECLINE_SUCCESSION, GROUP_TYPES);
  // After a refusal the request may have ended: the page then says how.
  const answer = async (answered: Promise<unknown>) => {
    await answered;
    onChanged();
  };
  const until = i18n.date(expiresAt, { dateStyle: 'long' });
  return (
    <>
      <Consequences />
      <p className="muted">
        <Trans>Puedes responder hasta el {until}.</Trans>
      </p>
      <AcceptDeclineButtons
        message={accept.message ?? decline.message}
        yes={{
          label: <Trans>Sostener el grupo</Trans>,
          isBusy: accept.isBusy,
          onClick: () => void answer(accept.run({ id })),
        }}
        no={{
          label: <Trans>Ahora no</Trans>,
          isBusy: decline.isBusy,
          onClick: () => void answer(decline.run({ id })),
        }}
      />
    </>
  );
}

function Consequences() {
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Qué haces si aceptas</Trans>}
        effects={[
          ['people', <Trans key="in">Decides quién entra, e invitas</Trans>],
          ['exit', <Trans key="out">Puedes sacar a alguien del grupo</Trans>],
          ['edit', <Trans key="edit">Cuidas lo que el grupo dice de sí y sus acuerdos</Trans>],
          [
            'plus',
            <Trans key="share">Puedes pedirle a otra persona que lo sostenga contigo</Trans>,
          ],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué conviene saber</Trans>}
        effects={[
          [
            'eye',
            <Trans key="seen">El grupo verá que lo sostienes, con el nombre que usas ahí</Trans>,
          ],
          [
            'clock',
            <Trans key="end">
              Empieza enseguida. Para dejarlo, se lo pasas a otra persona o sales del grupo
            </Trans>,
          ],
          ['back', <Trans key="no">Si ahora no puedes, sigues en el grupo como siempre</Trans>],
          [
            'archive',
            <Trans key="archive">
              Si nadie acepta en 60 días, el grupo se archiva: se puede leer 90 días y después se
              borra
            </Trans>,
          ],
        ]}
      />
    </div>
  );
}

function Ended({ state, slug }: { state: SuccessionRequest['state']; slug: string }) {
  const isAccepted = state === 'accepted';
  return (
    <>
      <Banner look={isAccepted ? 'ok' : 'info'} role="status">
        <EndText state={state} />
      </Banner>
      <ButtonLink kind={isAccepted ? 'primary' : 'line'} to={`/groups/${slug}`}>
        <Trans>Ir al grupo</Trans>
      </ButtonLink>
    </>
  );
}

function EndText({ state }: { state: SuccessionRequest['state'] }) {
  if (state === 'accepted') return <Trans>Ahora sostienes el grupo. Gracias.</Trans>;
  if (state === 'declined')
    return <Trans>Gracias por responder. Sigues en el grupo como siempre.</Trans>;
  if (state === 'ended')
    return <Trans>El grupo ya tiene quien lo sostenga. No hace falta que respondas.</Trans>;
  return <Trans>Este pedido ya terminó. Sigues en el grupo como siempre.</Trans>;
}
