import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import {
  ACCEPT_INTRODUCTION,
  DECLINE_INTRODUCTION,
  type Introduction,
} from './introductions.graphql';
import { WITHDRAW_INTRODUCTION } from './one-introduction.graphql';
import './error-texts';

interface AnswerButtonsProps {
  introduction: Introduction;
  onChanged: () => void;
}

/** Accept and decline for the recipient; withdraw for the requester. */
export function AnswerButtons(props: AnswerButtonsProps) {
  const { state, viewerCan } = props.introduction;
  if (state !== 'waiting') return null;
  if (viewerCan.includes('accept')) return <YesOrNotNow {...props} />;
  return viewerCan.includes('withdraw') ? <TakeBack {...props} /> : null;
}

function YesOrNotNow({ introduction: { id }, onChanged }: AnswerButtonsProps) {
  const { t } = useLingui();
  const accept = useMutationState(ACCEPT_INTRODUCTION);
  const decline = useMutationState(DECLINE_INTRODUCTION);
  const answer = useAnswer(id, onChanged);
  const yes = () => answer(accept.run, t`Ya se conocen. Tienen una conversación en Canales.`);
  const notNow = () => answer(decline.run, t`Listo. No se le avisa.`);
  return (
    <>
      <ErrorBanner text={accept.message ?? decline.message} />
      <div className="btns">
        <Button kind="primary" isBusy={accept.isBusy} onClick={() => void yes()}>
          <Trans>Aceptar</Trans>
        </Button>
        <Button isBusy={decline.isBusy} onClick={() => void notNow()}>
          <Trans>Ahora no</Trans>
        </Button>
      </div>
    </>
  );
}

function TakeBack({ introduction: { id }, onChanged }: AnswerButtonsProps) {
  const { t } = useLingui();
  const withdraw = useMutationState(WITHDRAW_INTRODUCTION);
  const answer = useAnswer(id, onChanged);
  return (
    <>
      <ErrorBanner text={withdraw.message} />
      <Button
        block
        isBusy={withdraw.isBusy}
        onClick={() => void answer(withdraw.run, t`Retiraste tu pedido`)}
      >
        <Trans>Retirar el pedido</Trans>
      </Button>
    </>
  );
}

/** Sends an answer and confirms it in a toast. */
function useAnswer(id: string, onChanged: () => void) {
  const toast = useToast();
  return async (run: (of: { id: string }) => Promise<unknown>, text: string) => {
    if (!(await run({ id }))) return;
    toast({ text });
    onChanged();
  };
}
