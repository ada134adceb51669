import { Trans } from '@lingui/react/macro';
import { useContext } from 'react';
import { currentLanguage } from '../../../lib/text/language';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import '../ask-error-texts';
import { type AskDraft, askInputOf } from '../ask/ask-draft';
import { GuestAsking } from './guest-asking';
import { deleteGuestDraft } from './guest-draft';
import './guest-error-texts';
import { ASK_SUPPORT_AS_GUEST } from './guests.graphql';

/**
 * Sends a request without an account. If the answer is lost, sending again gives the same request a phrase, because the
 * draft keeps its key until then.
 */
export function GuestSend({ draft }: { draft: AskDraft }) {
  const onAsked = useContext(GuestAsking);
  const { run, isBusy, message } = useMutationState(ASK_SUPPORT_AS_GUEST);
  const send = async () => {
    const { excludedIds: _none, ...input } = askInputOf(draft);
    const data = await run({ input: { ...input, language: currentLanguage() } });
    if (!data) return;
    await deleteGuestDraft();
    onAsked?.(data.askSupportAsGuest);
  };
  return (
    <>
      <ErrorBanner text={message} />
      <Button kind="primary" block isBusy={isBusy} onClick={() => void send()}>
        <Trans>Enviar el pedido</Trans>
      </Button>
    </>
  );
}
