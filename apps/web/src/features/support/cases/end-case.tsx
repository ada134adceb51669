import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { ActionEffects } from '../../../ui/display/action-effects';
import { Card } from '../../../ui/display/card';
import { CheckChoice } from '../../../ui/forms/choice';
import { Alternatives } from './alternatives';
import { deleteAnswerDraft, useAnswerDraft } from './answer-drafts';
import {
  type CaseFile,
  CLOSE_SUPPORT_CASE,
  RECUSE_FROM_SUPPORT_REQUEST,
  RELEASE_SUPPORT_REQUEST,
} from './cases.graphql';
import { noteClosedCase } from './closed-cases';
import { MessageForm } from './message-form';

/** Otherwise the focus would go to the first box of the form, far below its beginning. */
const focusHeading = (heading: HTMLElement | null) => heading?.focus();

/** The ways to close a case and to give it back, in one card. */
export function EndCase({ file }: { file: CaseFile }) {
  const canClose = file.viewerCan.includes('close');
  const canRelease = file.viewerCan.includes('release');
  if (!canClose && !canRelease) return null;
  return (
    <Card className="stack--3">
      <h2>{canClose ? <Trans>Cerrar o devolver</Trans> : <Trans>Devolver el pedido</Trans>}</h2>
      {canClose && <CloseForm file={file} />}
      {canRelease && (
        <>
          <ReleaseButton file={file} />
          <RecuseButton file={file} />
        </>
      )}
    </Card>
  );
}

/** Closes a case with a message to the requester. The form is behind a button, unless the message is begun. */
function CloseForm({ file: { id: requestId, languages } }: { file: CaseFile }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const [{ closing, closingAlternatives: alternatives }, onChange] = useAnswerDraft(requestId);
  const isBegun = closing !== '' || alternatives !== '';
  const [form, setForm] = useState<'closed' | 'begun' | 'opened'>(isBegun ? 'begun' : 'closed');
  const [isForConduct, setForConduct] = useState(false);
  const close = useMutationState(CLOSE_SUPPORT_CASE);
  const send = async () => {
    const input = { requestId, words: closing, alternatives, isForConduct };
    if (!(await close.run({ input }))) return;
    deleteAnswerDraft(requestId);
    noteClosedCase(requestId);
    toast({ text: t`Cerraste el caso` });
    navigate('/cases', { replace: true });
  };
  if (form === 'closed') {
    return (
      <Button block icon="check" onClick={() => setForm('opened')}>
        <Trans>Cerrar el caso</Trans>
      </Button>
    );
  }
  return (
    <>
      <h3 tabIndex={-1} ref={form === 'opened' ? focusHeading : undefined}>
        <Trans>Cerrar el caso</Trans>
      </h3>
      <ClosingEffects isForConduct={isForConduct} />
      <MessageForm
        label={t`Mensaje de cierre`}
        hint={t`Lo lee quien pidió apoyo, durante 90 días.`}
        text={closing}
        onText={(changed) => onChange({ closing: changed })}
        purposes={['refer']}
        languages={languages}
        state={close}
        onSend={() => void send()}
        actLabel={<Trans>Cerrar el caso</Trans>}
      >
        <Alternatives
          text={alternatives}
          onText={(changed) => onChange({ closingAlternatives: changed })}
          isOptional
        />
        <ForConduct isChosen={isForConduct} onChange={setForConduct} />
      </MessageForm>
      <Button kind="text" block onClick={() => setForm('closed')}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
}

interface ForConductProps {
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

function ForConduct({ isChosen, onChange }: ForConductProps) {
  return (
    <CheckChoice
      checked={isChosen}
      onChange={({ target }) => onChange(target.checked)}
      note={
        <Trans>
          Quien pidió apoyo lo sabrá y no podrá reabrirlo. Durante un año no verás otros pedidos
          suyos; los que ya tengas siguen contigo.
        </Trans>
      }
    >
      <Trans>Lo cierro por insultos o amenazas</Trans>
    </CheckChoice>
  );
}

function ClosingEffects({ isForConduct }: { isForConduct: boolean }) {
  return (
    <ActionEffects
      title={<Trans>Si lo cierras</Trans>}
      effects={[
        ['eyeOff', <Trans key="seen">Ya no podrás abrirlo, ni deshacer el cierre</Trans>],
        [
          'back',
          isForConduct ? (
            <Trans key="reopen">Quien lo pidió no puede reabrirlo</Trans>
          ) : (
            <Trans key="reopen">
              Quien lo pidió puede reabrirlo durante 30 días; puede volver a ti o a la cola
            </Trans>
          ),
        ],
        ['trash', <Trans key="kept">Después de 90 días se destruye, con todo lo escrito</Trans>],
      ]}
    />
  );
}

function useGiveBack(mutation: TypedDocumentNode<unknown, { id: string }>, id: string) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { run, isBusy, message } = useMutationState(mutation);
  const onAct = async () => {
    if (!(await run({ id }))) return false;
    deleteAnswerDraft(id);
    toast({ text: t`Volvió a la cola` });
    navigate('/cases', { replace: true });
    return true;
  };
  return { onAct, isBusy, message };
}

/** Gives a request or case back for good, because the supporter knows the requester. */
function RecuseButton({ file: { id } }: { file: CaseFile }) {
  return (
    <ConfirmButton
      kind="text"
      label={<Trans>Conozco a esta persona</Trans>}
      title={<Trans>¿Conoces a quien lo pidió?</Trans>}
      actLabel={<Trans>Devolverlo y no verlo más</Trans>}
      actKind="danger"
      {...useGiveBack(RECUSE_FROM_SUPPORT_REQUEST, id)}
    >
      <Trans>
        Por ejemplo, por ser familia, trabajar en lo mismo o tener un conflicto. Vuelve a la cola
        para que lo tome otra persona, y no lo verás más. Para los demás es como si solo lo
        devolvieras. No se puede deshacer.
      </Trans>
    </ConfirmButton>
  );
}

/** Returns a request or case to the queue, after its consequences. */
function ReleaseButton({ file: { id, stage } }: { file: CaseFile }) {
  return (
    <ConfirmButton
      kind="text"
      label={<Trans>Devolverlo a la cola</Trans>}
      title={<Trans>¿Devolverlo a la cola?</Trans>}
      actLabel={<Trans>Devolverlo a la cola</Trans>}
      actKind="danger"
      {...useGiveBack(RELEASE_SUPPORT_REQUEST, id)}
    >
      {stage === 'accepted' ? (
        <Trans>
          Dejas de verlo y se borra tu respuesta. Avisamos a quien lo pidió, que vuelve a esperar.
          El plazo prometido sigue corriendo. No tienes que explicar nada.
        </Trans>
      ) : (
        <Trans>
          Dejas de verlo y se borra lo que escribiste aquí. Otra persona podrá tomarlo. El plazo
          prometido sigue corriendo.
        </Trans>
      )}
    </ConfirmButton>
  );
}
