import { Trans, useLingui } from '@lingui/react/macro';
import { enqueue } from '../../lib/outbox';
import { Composer } from '../../ui/composer';
import { Icon } from '../../ui/icon';
import type { ChannelShown } from './channels.graphql';
import { MAX_BODY } from './layout';
import { useDraft } from './use-draft';

/** Writes a new message: it waits in the outbox until it is sent, and on the device until it is written. */
export function Writing({ channel }: { channel: ChannelShown }) {
  const { t } = useLingui();
  const [text, setText] = useDraft(channel.id);
  const send = (body: string) => {
    setText('');
    void enqueue(channel.id, body);
  };
  return (
    <Composer
      value={text}
      onChange={setText}
      onSend={send}
      label={t`Mensaje a ${channel.name}`}
      maxLength={MAX_BODY}
      meta={<Readers isConversation={channel.allyId !== null} />}
    />
  );
}

function Readers({ isConversation }: { isConversation: boolean }) {
  return (
    <>
      <Icon name="people" size="xs" />
      {isConversation ? (
        <Trans>Lo leen ustedes dos</Trans>
      ) : (
        <Trans>Lo lee el grupo · no cifrado</Trans>
      )}
    </>
  );
}
