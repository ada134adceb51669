import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { storedFeedKey } from '../../../lib/device/stored-feeds';
import { enqueueMessage, type QueuedMessage } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { Composer } from '../../../ui/messages/composer';
import { Icon } from '../../../ui/display/icon';
import type { ChannelData, ChannelMessage, TopicData } from '../list/message-history.graphql';
import type { LazyComponents } from '../channel/channel-view';
import { AnswerBar, MentionPicker, RetentionHint } from '../channel/lazy-components';
import { MAX_MESSAGE_LENGTH } from '../feed/feed-layout';
import { type Mentions, currentMentions } from '../feed/mention-input';
import { useDraft } from './use-draft';

interface WritingProps {
  channel: ChannelData;
  topic: TopicData | undefined;
  answered: ChannelMessage | undefined;
  /** Called when the reply is sent or cancelled. */
  onAnswered: (none: undefined) => void;
  parts: LazyComponents;
}

/** Composer for a new message. The draft is stored on the device; sending puts it into the outbox. */
export function MessageComposer({ channel, topic, answered, onAnswered, parts }: WritingProps) {
  const { t } = useLingui();
  const { id: channelId } = channel;
  const feed = storedFeedKey(channelId, topic?.id);
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
        text.includes('@') && <MentionPicker {...{ channel, text, onNaming }} onText={setText} />
      }
      onSend={send}
      isFull={files !== undefined}
      before={<parts.ComposerAttachments {...{ feed, files }} onFiles={setFiles} />}
      after={isEmpty && <parts.Microphone feed={feed} onSend={(one) => post('', [one])} />}
      label={t`Mensaje a ${(topic ?? channel).name}`}
      maxLength={MAX_MESSAGE_LENGTH}
      meta={
        <>
          {answered ? (
            <AnswerBar answered={answered} onCancel={leave} />
          ) : (
            <Readers channel={channel} />
          )}
          <RetentionHint channel={channel} />
        </>
      }
    />
  );
}

type Place = Pick<QueuedMessage, 'channelId' | 'topicId' | 'replyToId'>;

/** Text, files and mentions of the draft, and the functions that move them to the outbox. */
function useWriting(place: Place, onSent: () => void) {
  const [text, setText] = useDraft(storedFeedKey(place.channelId, place.topicId));
  const [files, setFiles] = useState<readonly QueuedFile[]>();
  const naming = useRef<Mentions>({});
  const post = (body: string, of = files) => {
    void enqueueMessage({ ...place, body, files: of, ...currentMentions(body, naming) });
    onSent();
  };
  const send = (body: string) => {
    setText('');
    setFiles(undefined);
    post(body);
  };
  const onNaming = (to: Mentions) => void (naming.current = to);
  return { text, setText, files, setFiles, onNaming, post, send };
}

/** Tells the member who can read messages in this channel. */
function Readers({
  channel: { allyId, group },
}: {
  channel: Pick<ChannelData, 'allyId' | 'group'>;
}) {
  return (
    <>
      <Icon name="people" size="xs" />
      {allyId !== null ? (
        <Trans>Lo leen ustedes dos</Trans>
      ) : group?.kind === 'coalition' ? (
        <Trans>Lo lee la coalición · no cifrado</Trans>
      ) : (
        <Trans>Lo lee el grupo · no cifrado</Trans>
      )}
    </>
  );
}
