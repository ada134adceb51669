import { Trans } from '@lingui/react/macro';
import type { AnyVariables } from 'urql';
import type { MutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';

interface OfferAnswerProps {
  accepting: AnswerState;
  declining: AnswerState;
  onAccept: () => Promise<void>;
  onDecline: () => Promise<void>;
}
type AnswerState = Pick<MutationState<unknown, AnyVariables>, 'isBusy' | 'message'>;

/** The two answers to an offer, and why an answer was refused. */
export function OfferAnswer({ accepting, declining, onAccept, onDecline }: OfferAnswerProps) {
  return (
    <>
      <ErrorBanner text={accepting.message ?? declining.message} />
      <span className="btns">
        <Button kind="primary" isBusy={accepting.isBusy} onClick={() => void onAccept()}>
          <Trans>Aceptar</Trans>
        </Button>
        <Button isBusy={declining.isBusy} onClick={() => void onDecline()}>
          <Trans>No, gracias</Trans>
        </Button>
      </span>
    </>
  );
}
