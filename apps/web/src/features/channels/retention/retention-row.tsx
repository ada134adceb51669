import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Retention } from '../../../gql/types';
import { RetentionLabel } from '../../../lib/text/retention-label';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import { ReasonField } from '../../../ui/forms/reason-field';
import { Sheet } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import type { ChannelData } from '../list/message-history.graphql';
import '../messages/error-texts';
import { isLongerRetention, RetentionChoice } from './retention-choice';
import { REQUEST_LONGER_RETENTION, SHORTEN_RETENTION } from './retention.graphql';

/** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
type OnConfirm = (what: ReactNode, act: () => void) => void;

interface RetentionRowProps {
  channel: ChannelData;
  onConfirm: OnConfirm;
  onChanged: () => void;
}

/** Shows a channel's retention and lets the viewer change it. */
export function RetentionRow(props: RetentionRowProps) {
  const { t } = useLingui();
  const { viewerCan, keptSeconds, retentionRequestId } = props.channel;
  const [isOpen, setOpen] = useState(false);
  const mayChange = viewerCan.includes('shorten') || viewerCan.includes('lengthen');
  return (
    <>
      <Rows label={t`Cuánto se guarda`}>
        <Row
          {...(mayChange && { onClick: () => setOpen(true) })}
          start={<Icon name="clock" size="s" />}
          title={<Trans>Cuánto se guarda</Trans>}
          note={
            <Trans>
              Se borra <RetentionLabel seconds={keptSeconds} /> después de escribirse
            </Trans>
          }
        />
      </Rows>
      {retentionRequestId && <PendingRetentionRequest actId={retentionRequestId} />}
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t`Cuánto se guarda`}>
        <Change {...props} onClose={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

/** Links to a pending request for a longer retention, where it can be approved. */
export function PendingRetentionRequest({ actId }: { actId: string }) {
  return (
    <Banner look="info" icon="clock" title={<Trans>Hay un pedido</Trans>}>
      <span className="stack stack--2">
        <Trans>Guardar por más tiempo lo que se escribe aquí necesita a otra persona.</Trans>
        <ButtonLink to={`/approvals/${actId}`}>
          <Trans>Ver el pedido</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}

type ChangeProps = RetentionRowProps & { onClose: () => void };

/** Shortens the retention at once, or requests a longer one. */
function useChange({ channel, onConfirm, onChanged, onClose }: ChangeProps) {
  const { t } = useLingui();
  const toast = useToast();
  const shorten = useMutationState(SHORTEN_RETENTION);
  const longer = useMutationState(REQUEST_LONGER_RETENTION);
  const done = (text: string) => {
    toast({ text });
    onChanged();
    onClose();
  };
  const ask = async (retention: Retention, reason: string) => {
    const input = { channelId: channel.id, retention, reason };
    if (await longer.run({ input })) done(t`Pedido enviado`);
  };
  const change = async (retention: Retention, reason: string) => {
    if (isLongerRetention(retention, channel.retention))
      return onConfirm(<LongerFollows channel={channel} />, () => void ask(retention, reason));
    const input = { channelId: channel.id, retention };
    if (await shorten.run({ input })) done(t`Borrado automático cambiado`);
  };
  return { change, shorten, longer };
}

function Change(props: ChangeProps) {
  const { retention: now, retentionRequestId, viewerCan } = props.channel;
  const [to, setTo] = useState<Retention>(now);
  const [reason, setReason] = useState('');
  const { change, shorten, longer } = useChange(props);
  const error = longer.fieldMessage('reason');
  const isLess = isLongerRetention(now, to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change(to, reason);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorBanner text={shorten.message} />
      {!error && <ErrorBanner text={longer.message} />}
      <RetentionChoice
        value={to}
        now={now}
        isOnlyShorter={retentionRequestId !== null || !viewerCan.includes('lengthen')}
        onChange={setTo}
      />
      {isLess && <ShorterFollows />}
      {isLongerRetention(to, now) && <LongerFollows channel={props.channel} />}
      {isLongerRetention(to, now) && (
        <ReasonField value={reason} error={error} onChange={setReason} />
      )}
      <Button kind={isLess ? 'danger' : 'primary'} block type="submit" disabled={to === now}>
        {isLongerRetention(to, now) ? (
          <Trans>Pedir aprobación</Trans>
        ) : (
          <Trans>Cambiar el borrado automático</Trans>
        )}
      </Button>
    </form>
  );
}

function ShorterFollows() {
  return (
    <Banner look="warn" icon="alert">
      <Trans>
        Se aplica enseguida. Los mensajes más antiguos que ese plazo se borran ahora para todas las
        personas, con sus reacciones, y no se pueden recuperar. Una línea dice aquí quién lo cambió.
      </Trans>
    </Banner>
  );
}

function LongerFollows({ channel: { group } }: { channel: ChannelData }) {
  return (
    <p className="xs muted">
      {group ? (
        <Trans>
          Lo aprueba otra persona que sostiene el grupo, hasta mañana a esta hora. Vale para lo que
          se escriba desde entonces; lo ya escrito se borra en la fecha prevista.
        </Trans>
      ) : (
        <Trans>
          La otra persona tiene que estar de acuerdo, hasta mañana a esta hora. Vale para lo que se
          escriba desde entonces; lo ya escrito se borra en la fecha prevista.
        </Trans>
      )}
    </p>
  );
}
