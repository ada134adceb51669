import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import '../ask-error-texts';
import '../continuation-error-texts';
import { REOPEN_SUPPORT_CASE } from '../continuation.graphql';
import type { OwnRequest } from './own-requests.graphql';

type ReopenCaseProps = {
  request: Pick<OwnRequest, 'id' | 'reopenableUntil' | 'viewerCan'>;
  onReopened: () => void;
};

/** Reopens a closed case of the viewer. Shows nothing when that is not possible. */
export function ReopenCase({ request, onReopened }: ReopenCaseProps) {
  const { t, i18n } = useLingui();
  const now = useNow();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(REOPEN_SUPPORT_CASE);
  const { id, reopenableUntil, viewerCan } = request;
  if (!viewerCan.includes('reopen') || !reopenableUntil || Date.parse(reopenableUntil) < now) {
    return null;
  }
  const day = i18n.date(reopenableUntil, { dateStyle: 'long' });
  const reopen = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Reabriste el pedido` });
    onReopened();
  };
  return (
    <Card className="stack--3">
      <h2>
        <Trans>¿Hace falta algo más?</Trans>
      </h2>
      <p className="muted">
        <Trans>
          Puedes reabrirlo hasta el {day}. Vuelve a la persona que te acompañó, si todavía puede. Si
          no puede, o si ya lo reabriste antes, va a la cola.
        </Trans>
      </p>
      <ErrorBanner text={message} />
      <span>
        <Button isBusy={isBusy} onClick={() => void reopen()}>
          <Trans>Reabrir el pedido</Trans>
        </Button>
      </span>
    </Card>
  );
}
