import { Trans, useLingui } from '@lingui/react/macro';
import { useContext } from 'react';
import { currentLanguage } from '../../../lib/text/language';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import '../ask-error-texts';
import {
  asAnotherRequest,
  type AskDraft,
  askInputOf,
  KEY_SPENT,
  useMissingVoices,
} from '../ask/ask-draft';
import { CallNowLink } from '../ask/call-now-link';
import { GuestAsking } from './guest-asking';
import { deleteGuestDraft } from './guest-draft';
import './guest-error-texts';
import { ASK_SUPPORT_AS_GUEST } from './guests.graphql';

interface GuestSendProps {
  draft: AskDraft;
  onChange: (changed: Partial<AskDraft>) => void;
}

/**
 * Sends a request without an account. If the answer is lost, sending again gives the same request a phrase, because the
 * draft keeps its key until then.
 */
export function GuestSend({ draft, onChange }: GuestSendProps) {
  const { t } = useLingui();
  const onAsked = useContext(GuestAsking);
  const { run, isBusy, message, problem, clear } = useMutationState(ASK_SUPPORT_AS_GUEST);
  useMissingVoices(problem?.reason, draft);
  const send = async () => {
    const { excludedIds: _none, ...input } = askInputOf(draft);
    const data = await run({ input: { ...input, language: currentLanguage() } });
    if (!data) return;
    await deleteGuestDraft();
    onAsked?.(data.askSupportAsGuest);
  };
  return (
    <>
      <ErrorBanner
        text={
          problem?.reason === 'support.sentAlready'
            ? t`Ya recibimos este pedido, y no se puede cambiar: alguien de apoyo lo abrió, o pasó más de una hora. Si no guardaste su frase, envíalo como otro pedido.`
            : message
        }
      />
      <CallNowLink reason={problem?.reason} />
      {KEY_SPENT.includes(problem?.reason) && (
        <Button
          onClick={() => {
            clear();
            onChange(asAnotherRequest(draft));
          }}
        >
          <Trans>Enviarlo como otro pedido</Trans>
        </Button>
      )}
      <Button kind="primary" block isBusy={isBusy} onClick={() => void send()}>
        <Trans>Enviar el pedido</Trans>
      </Button>
    </>
  );
}
