import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { feedKey } from '../../../lib/device/stored-feeds';
import { enqueue, type QueuedMessage } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { Composer } from '../../../ui/messages/composer';
import { Icon } from '../../../ui/display/icon';
import type { ChannelShown, Said, TopicShown } from '../list/channels.graphql';
import type { Parts } from '../channel/conversation';
import { MAX_BODY } from '../feed/layout';
import { type Naming, namedIn } from '../feed/naming';
import { useDraft } from './use-draft';

interface WritingProps {
  channel: ChannelShown;
  topic: TopicShown | undefined;
  answered: Said | undefined;
  /** Called when the reply is sent or cancelled. */
  onAnswered: (none: undefined) => void;
  parts: Parts;
}

/** Composer for a new message. The draft is stored on the device; sending puts it into the outbox. */
export function Writing({ channel, topic, answered, onAnswered, parts }: WritingProps) {
  const { t } = useLingui();
  const { id: channelId } = channel;
  const feed = feedKey(channelId, topic?.id);
  const leave = () => onAnswered(undefined);
  const { text, setText, files, setFiles, onNaming, post, send } = useWriting(
    { channelId, topicId: topic?.id, replyToId: answered?.id },
    leave,
  );
  const isEmpty = !text.trim() && !files;
  return (
    <Composer
      isFocused={answered?.id}
      onEscape={leave}
      value={text}
      onChange={setText}
      above={
        text.includes('@') && <parts.Naming {...{ channel, text, onNaming }} onText={setText} />
      }
      onSend={send}
      isFull={files !== undefined}
      before={<parts.Attach {...{ feed, files }} onFiles={setFiles} />}
      after={isEmpty && <parts.Microphone feed={feed} onSend={(one) => post('', [one])} />}
      label={t`Mensaje a ${(topic ?? channel).name}`}
      maxLength={MAX_BODY}
      meta={
        <>
          {answered ? (
            <parts.Answering answered={answered} onCancel={leave} />
          ) : (
            <Readers isConversation={channel.allyId !== null} />
          )}
          <parts.Ends channel={channel} />
        </>
      }
    />
  );
}

type Place = Pick<QueuedMessage, 'channelId' | 'topicId' | 'replyToId'>;

/** Text, files and mentions of the draft, and the functions that move them to the outbox. */
function useWriting(place: Place, onSent: () => void) {
  const [text, setText] = useDraft(feedKey(place.channelId, place.topicId));
  const [files, setFiles] = useState<readonly QueuedFile[]>();
  const naming = useRef<Naming>({});
  const post = (body: string, of = files) => {
    void enqueue({ ...place, body, files: of, ...namedIn(body, naming) });
    onSent();
  };
  const send = (body: string) => {
    setText('');
    setFiles(undefined);
    post(body);
  };
  const onNaming = (to: Naming) => void (naming.current = to);
  return { text, setText, files, setFiles, onNaming, post, send };
}

/** Tells who can read what is posted here. */
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
