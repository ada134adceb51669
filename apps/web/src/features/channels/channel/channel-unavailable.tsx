import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { deleteStoredChannel } from '../../../lib/device/stored-feeds';
import { discardQueuedMessage, type QueuedMessage, useOutbox } from '../../../lib/device/outbox';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { ChannelBar } from './channel-bar';

interface GoneProps {
  channelId: string;
  /** Whether access ended while the channel was open. */
  isLost?: boolean;
}

/** Shown for a channel that the viewer cannot read or can no longer read. It lists the viewer's unsent messages. */
export function ChannelUnavailable({ channelId, isLost }: GoneProps) {
  // Deletes the stored channel again, because the unmounting composer has just saved a draft for it.
  useEffect(() => void deleteStoredChannel(channelId), [channelId]);
  const unsent = useOutbox().filter((one) => one.channelId === channelId && !one.reaction);
  return (
    <>
      <ChannelBar />
      <EmptyState
        level="h1"
        title={
          isLost ? (
            <Trans>Ya no tienes acceso a este canal</Trans>
          ) : (
            <Trans>No encontramos ese canal</Trans>
          )
        }
        actions={
          <>
            <ButtonLink kind="primary" to="/channels">
              <Trans>Ver tus canales</Trans>
            </ButtonLink>
            <ButtonLink kind="text" to="/groups/former">
              <Trans>Borrar tus mensajes de donde saliste</Trans>
            </ButtonLink>
          </>
        }
      >
        {isLost ? (
          <Trans>
            Puede que hayas salido del grupo o que te hayan sacado. Ya no recibes sus mensajes.
          </Trans>
        ) : (
          <Trans>Puede que ya no exista, que ya no estés en el grupo o que no tengas acceso.</Trans>
        )}
      </EmptyState>
      {unsent.length > 0 && <Unsent messages={unsent} />}
    </>
  );
}

/** Lists messages that were never sent; the author decides when to delete them from the device. */
function Unsent({ messages }: { messages: readonly QueuedMessage[] }) {
  const { t } = useLingui();
  const discardAll = () => Promise.all(messages.map(discardQueuedMessage));
  return (
    <section className="unsent stack" aria-label={t`Esto no se envió`}>
      <h2 className="h3">
        <Trans>Esto no se envió</Trans>
      </h2>
      {messages.map(({ clientId, body }) => (
        <p key={clientId} className="card lines">
          {body}
        </p>
      ))}
      <Button onClick={() => void discardAll()}>
        <Trans>Borrar de este dispositivo</Trans>
      </Button>
    </section>
  );
}
