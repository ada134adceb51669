import { Trans, useLingui } from '@lingui/react/macro';
import { markExiting } from '../../../lib/device/exit-flag';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { currentLanguage } from '../../../lib/text/language';
import { useMe } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { LeaveCase } from '../pauses/leave-case';
import './error-texts';
import {
  DELETE_SUPPORT_REQUEST,
  type OwnRequest,
  WITHDRAW_SUPPORT_REQUEST,
} from './own-requests.graphql';

const CHANGED = ['SupportRequest'];

/** Leaves, withdraws or deletes a request, after its consequences. */
export function EndRequest({ request }: { request: Pick<OwnRequest, 'id' | 'viewerCan'> }) {
  return (
    <>
      {request.viewerCan.includes('leaveOwn') && (
        <LeaveCase id={request.id} canHandOver={request.viewerCan.includes('offerOwnership')} />
      )}
      {request.viewerCan.includes('withdraw') && <Withdraw id={request.id} />}
      <Delete id={request.id} />
      <ButtonLink block to={`/support/${request.id}`}>
        <Trans>Volver sin cambiar nada</Trans>
      </ButtonLink>
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { run, isBusy, message } = useMutationState(WITHDRAW_SUPPORT_REQUEST);
  const act = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Retiraste el pedido` });
    navigate(`/support/${id}`, { replace: true });
  };
  return (
    <Card className="stack--3">
      <ActionEffects
        title={<Trans>Si lo retiras</Trans>}
        effects={[
          [
            'eyeOff',
            <Trans key="seen">Nadie más podrá abrirlo; quien lo tenía deja de verlo</Trans>,
          ],
          ['clock', <Trans key="kept">Tú lo sigues viendo 90 días, y después se destruye</Trans>],
          [
            'plus',
            <Trans key="new">No se puede deshacer; tendrías que hacer un pedido nuevo</Trans>,
          ],
        ]}
      />
      <ErrorBanner text={message} />
      <Button kind="danger-line" block isBusy={isBusy} onClick={() => void act()}>
        <Trans>Retirar el pedido</Trans>
      </Button>
    </Card>
  );
}

/** Guests have no receipts: theirs name no account. */
const RECEIPT: ActionEffect = [
  'book',
  <Trans key="receipt">En «Tus datos» consta que lo borraste</Trans>,
];

function Delete({ id }: { id: string }) {
  const { t } = useLingui();
  const { standing } = useMe();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { run, isBusy, message } = useMutationState(DELETE_SUPPORT_REQUEST, CHANGED);
  const act = async () => {
    if (!(await run({ id }))) return;
    // The session of a guest ended with the request, so that only pages without a session can tell it.
    if (standing === 'guest') {
      markExiting();
      return location.replace(`/app/guest/support/deleted?lang=${currentLanguage()}`);
    }
    toast({ text: t`Borraste el pedido` });
    navigate('/support', { replace: true });
  };
  return (
    <Card className="stack--3">
      <ActionEffects
        title={<Trans>Si lo borras</Trans>}
        effects={[
          ['trash', <Trans key="now">Se destruye ahora, con lo que te contestaron</Trans>],
          [
            'eyeOff',
            <Trans key="seen">Nadie más podrá abrirlo; quien lo tenía deja de verlo</Trans>,
          ],
          ...(standing === 'guest' ? [] : [RECEIPT]),
        ]}
      />
      <p className="xs muted">
        <Trans>Lo que alguien ya leyó puede recordarlo.</Trans>
      </p>
      <ErrorBanner text={message} />
      <Button kind="danger" block isBusy={isBusy} onClick={() => void act()}>
        <Trans>Borrar el pedido</Trans>
      </Button>
    </Card>
  );
}
