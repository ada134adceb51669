import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { type MutationState, useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card, IconTile } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import {
  ALLOW_ASKING_WITHOUT_ACCOUNT,
  PAUSE_SUPPORT,
  SUPPORT_PAUSE,
} from './support-pause.graphql';

/** Whether members and applicants can ask for support. One administrator alone pauses it and ends the pause. */
export function SupportPause() {
  const [{ data }] = useQuery({ query: SUPPORT_PAUSE });
  const pause = useMutationState(PAUSE_SUPPORT, ['SupportPause']);
  if (!data) return null;
  const { isPaused, canAskWithoutAccount, supporterCount, overdueCount } = data.supportPause;
  return (
    <Card className="stack--3">
      <div className="inline inline--3">
        <IconTile icon="support" />
        <div className="grow">
          <h2 className="h3">
            <Trans>Pedir apoyo</Trans>
          </h2>
          <p className="xs muted">
            <State isPaused={isPaused} count={supporterCount} />
          </p>
        </div>
      </div>
      {overdueCount > 0 && (
        <p className="xs">
          <Plural
            value={overdueCount}
            one="# pedido pasó el plazo de respuesta o está por pasarlo."
            other="# pedidos pasaron el plazo de respuesta o están por pasarlo."
          />
        </p>
      )}
      <p className="xs muted">
        <Trans>
          Puede cambiarlo una sola persona de administración. Los pedidos abiertos siguen.
        </Trans>
      </p>
      {isPaused ? <OpenAgain pause={pause} /> : <PauseButton pause={pause} />}
      <WithoutAccount isAllowed={canAskWithoutAccount} />
    </Card>
  );
}

function State({ isPaused, count }: { isPaused: boolean; count: number }) {
  if (isPaused) return <Trans>En pausa: nadie puede pedir apoyo.</Trans>;
  if (count === 0)
    return <Trans>Nadie tiene la tarea de dar apoyo, así que nadie puede pedir.</Trans>;
  return (
    <Plural
      value={count}
      one="Abierto: # persona da apoyo."
      other="Abierto: # personas dan apoyo."
    />
  );
}

/** Whether people without an account can ask, too. */
function WithoutAccount({ isAllowed }: { isAllowed: boolean }) {
  const { run, message, isBusy } = useMutationState(ALLOW_ASKING_WITHOUT_ACCOUNT, ['SupportPause']);
  return (
    <div className="stack stack--2">
      <h3 className="h4">
        <Trans>Pedir apoyo sin cuenta</Trans>
      </h3>
      <p className="xs muted">
        {isAllowed ? (
          <Trans>
            Permitido: la página pública de apoyo lo ofrece mientras se pueda pedir apoyo.
          </Trans>
        ) : (
          <Trans>No permitido: la página pública solo da la dirección para escribir.</Trans>
        )}
      </p>
      {isAllowed && <ErrorBanner text={message} />}
      <span>
        {isAllowed ? (
          <Button isBusy={isBusy} onClick={() => void run({ isAllowed: false })}>
            <Trans>Dejar de permitirlo</Trans>
          </Button>
        ) : (
          <ConfirmButton
            kind="line"
            label={<Trans>Permitirlo</Trans>}
            title={<Trans>¿Permitir pedidos de apoyo sin cuenta?</Trans>}
            actLabel={<Trans>Permitirlo</Trans>}
            actKind="primary"
            isBusy={isBusy}
            message={message}
            onAct={async () => Boolean(await run({ isAllowed: true }))}
          >
            <Trans>
              Cualquier persona puede pedir apoyo desde la página pública, hasta tres veces al día
              desde una misma conexión. Vuelve a su caso con una frase de doce palabras. Queda en la
              auditoría.
            </Trans>
          </ConfirmButton>
        )}
      </span>
    </div>
  );
}

type PauseProps = { pause: MutationState<unknown, { isPaused: boolean }> };

function OpenAgain({ pause: { run, problem, isBusy } }: PauseProps) {
  return (
    <>
      <FormProblem problem={problem} />
      <span>
        <Button isBusy={isBusy} onClick={() => void run({ isPaused: false })}>
          <Trans>Volver a abrir</Trans>
        </Button>
      </span>
    </>
  );
}

function PauseButton({ pause: { run, message, isBusy } }: PauseProps) {
  return (
    <span>
      <ConfirmButton
        kind="line"
        label={<Trans>Poner en pausa</Trans>}
        title={<Trans>¿Poner en pausa los pedidos de apoyo?</Trans>}
        actLabel={<Trans>Poner en pausa</Trans>}
        actKind="danger"
        isBusy={isBusy}
        message={message}
        onAct={async () => Boolean(await run({ isPaused: true }))}
      >
        <Trans>
          Desde ese momento nadie puede pedir apoyo, tampoco quien está en peligro, y la página
          pública lo dice. La lista de emergencia sigue a la vista. Los pedidos abiertos siguen.
          Puedes volver a abrir cuando quieras; queda en la auditoría.
        </Trans>
      </ConfirmButton>
    </span>
  );
}
