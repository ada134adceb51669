import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { useToast } from '../../../ui/actions/toast';
import { MAKE_DUTY_CODE, MY_DUTY_CODE_QUERY, REVOKE_DUTY_CODE } from './duties.graphql';
import '../error-texts';
import { OneTimeSecret } from './one-time-secret';

interface DutyCodeProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/**
 * Creates the code with which a member agrees to be given a duty. Administrators cannot search members, so a duty
 * cannot be granted without it.
 */
export function DutyCode({ onConfirm }: DutyCodeProps) {
  const { probationEndsAt } = useMe();
  const [now] = useState(() => Date.now());
  const isOnProbation = probationEndsAt !== null && Date.parse(probationEndsAt) > now;
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Si te piden cuidar la instancia</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Administración no puede buscarte ni ver tu perfil. Si aceptas una tarea, haces aquí un
            código y lo das, fuera de Trama, a quien te la propuso. Dos personas de administración
            lo usan, y te conocerán por el nombre que acuerden contigo.
          </Trans>
        </p>
      </div>
      {isOnProbation ? (
        <Banner icon="clock" title={<Trans>Todavía no</Trans>}>
          <Trans>Durante los primeros treinta días no se reciben tareas.</Trans>
        </Banner>
      ) : (
        <OwnCode onConfirm={onConfirm} />
      )}
    </section>
  );
}

function OwnCode({ onConfirm }: DutyCodeProps) {
  const [made, setMade] = useState<string>();
  const make = useMutationState(MAKE_DUTY_CODE);
  const [{ data, error }, execute] = useQuery({
    query: MY_DUTY_CODE_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  const act = async () => {
    const done = await make.run({});
    if (done) setMade(done.makeDutyCode.code);
    reload();
  };
  const ask = () => onConfirm(<Meaning />, () => void act());
  if (made) return <Made code={made} onDone={() => setMade(undefined)} />;
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton kind="row" rows={1} />;
  const code = data.myDutyCode;
  return (
    <>
      <FormProblem problem={make.problem} />
      {code && <Living code={code} onChanged={reload} />}
      <Button block icon="key" isBusy={make.isBusy} onClick={ask}>
        {code ? <Trans>Hacer otro código</Trans> : <Trans>Hacer un código</Trans>}
      </Button>
    </>
  );
}

function Meaning() {
  return (
    <p>
      <Trans>
        Quien tenga el código puede pedir que se te den tareas; otra persona de administración lo
        aprueba. Vale tres días y una sola vez. Si ya habías hecho uno, deja de servir.
      </Trans>
    </p>
  );
}

function Made({ code, onDone }: { code: string; onDone: () => void }) {
  return (
    <OneTimeSecret title={<Trans>Este es el código</Trans>} secret={code} onDone={onDone}>
      <Trans>
        Se muestra una sola vez. Dalo en persona o por un medio en el que confíes. Sirve durante
        tres días, y puedes anularlo antes.
      </Trans>
    </OneTimeSecret>
  );
}

interface LivingProps {
  code: { id: string; endsAt: string };
  onChanged: () => void;
}

/** An existing code; it was shown once and cannot be shown again. */
function Living({ code: { id, endsAt }, onChanged }: LivingProps) {
  const { i18n } = useLingui();
  const until = i18n.date(endsAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Card>
      <p>
        <Trans>Tienes un código que sirve hasta el {until}.</Trans>
      </p>
      <div className="btns">
        <Revoke id={id} onChanged={onChanged} />
      </div>
    </Card>
  );
}

function Revoke({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(REVOKE_DUTY_CODE);
  const revoke = async () => {
    const isDone = (await run({ id })) !== undefined;
    if (isDone) toast({ text: t`Código anulado` });
    onChanged();
    return isDone;
  };
  return (
    <ConfirmButton
      kind="danger-line"
      label={<Trans>Anular el código</Trans>}
      title={<Trans>¿Anular el código?</Trans>}
      actLabel={<Trans>Anular</Trans>}
      actKind="danger"
      isBusy={isBusy}
      message={message}
      onAct={revoke}
    >
      <Trans>
        Deja de servir ahora mismo. Lo que se haya pedido con él ya no se puede aprobar.
      </Trans>
    </ConfirmButton>
  );
}
