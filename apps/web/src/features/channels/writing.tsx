import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { enqueue } from '../../lib/outbox';
import { Composer } from '../../ui/composer';
import { Icon } from '../../ui/icon';
import type { ChannelShown, Said } from './channels.graphql';
import type { Parts } from './conversation';
import { MAX_BODY } from './layout';
import { type Naming, namedIn } from './naming';
import type { Timeline } from './timeline';
import { useDraft } from './use-draft';

interface WritingProps {
  channel: ChannelShown;
  timeline: Timeline<Said>;
  answered: Said | undefined;
  /** It is sent, or it is to be no answer. */
  onAnswered: (none: undefined) => void;
  parts: Parts;
}

/** Writes a new message: it waits in the outbox until it is sent, and on the device until it is written. */
export function Writing({ channel, timeline, onAnswered, parts, ...props }: WritingProps) {
  // As it is by now: what was deleted since is not shown.
  const answered = timeline.messages.find(({ id }) => id === props.answered?.id) ?? props.answered;
  const { t } = useLingui();
  const [text, setText] = useDraft(channel.id);
  const naming = useRef<Naming>({});
  const leave = () => onAnswered(undefined);
  const send = (body: string) => {
    setText('');
    const named = namedIn(body, naming);
    void enqueue({ channelId: channel.id, body, replyToId: answered?.id, ...named });
    leave();
  };
  return (
    <Composer
      isFocused={answered?.id}
      onEscape={leave}
      value={text}
      onChange={setText}
      above={
        text.includes('@') && (
          <parts.Naming
            {...{ channel, text }}
            onText={setText}
            onNaming={(to) => (naming.current = to)}
          />
        )
      }
      onSend={send}
      label={t`Mensaje a ${channel.name}`}
      maxLength={MAX_BODY}
      meta={
        answered ? (
          <parts.Answering answered={answered} onCancel={leave} />
        ) : (
          <Readers isConversation={channel.allyId !== null} />
        )
      }
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
