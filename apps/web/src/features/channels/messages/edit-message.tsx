import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { enqueueMessage } from '../../../lib/device/outbox';
import { Button } from '../../../ui/actions/button';
import { Composer } from '../../../ui/messages/composer';
import { Icon } from '../../../ui/display/icon';
import type { ChannelData, ChannelMessage } from '../list/message-history.graphql';
import { MAX_MESSAGE_LENGTH } from '../feed/feed-layout';
import { MentionPicker } from '../composer/mention-picker';
import { type Mentions, currentMentions } from '../feed/mention-input';

export interface EditMessageProps {
  channel: ChannelData;
  edited: ChannelMessage;
  onDone: () => void;
}

/** Edits an own message, in place of the composer. */
export function EditMessage({ channel, edited, onDone }: EditMessageProps) {
  const { t } = useLingui();
  const [text, setText] = useState(edited.body);
  const naming = useRef<Mentions>({});
  const send = (body: string) => {
    const { id: messageId, channelId, topicId } = edited;
    const named = currentMentions(body, naming);
    if (body !== edited.body)
      void enqueueMessage({ channelId, topicId, messageId, body, ...named });
    onDone();
  };
  return (
    <Composer
      value={text}
      onChange={setText}
      onSend={send}
      onEscape={onDone}
      above={
        text.includes('@') && (
          <MentionPicker
            {...{ channel, text }}
            onText={setText}
            onNaming={(to) => (naming.current = to)}
          />
        )
      }
      isFocused
      label={t`Tu mensaje`}
      maxLength={MAX_MESSAGE_LENGTH}
      meta={
        <>
          <Icon name="edit" size="xs" />
          <Trans>Editas un mensaje tuyo</Trans>
          <Button kind="text" small className="end" onClick={onDone}>
            <Trans>Cancelar</Trans>
          </Button>
        </>
      }
    />
  );
}
