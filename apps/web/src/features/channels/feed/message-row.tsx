import { Trans } from '@lingui/react/macro';
import { memo, useState } from 'react';
import type { QueuedMessage } from '../../../lib/device/outbox';
import { MarkdownText } from '../../../ui/messages/markdown-text';
import { DayDivider, MessageArticle, UnreadDivider } from '../../../ui/messages/message-article';
import { messageElementId } from './message-element';
import type { ChannelMessage } from '../list/message-history.graphql';
import type { LazyComponents } from '../channel/channel-view';
import {
  BelowMessage,
  BlockedMessage,
  MentionText,
  RetentionNotice,
} from '../channel/lazy-components';
import type { FeedProps } from './feed';
import { isNewDay, continuesPrevious } from './feed-layout';

export interface MessageRowProps {
  message: ChannelMessage;
  before: ChannelMessage | undefined;
  /** Number of unread messages from this one on, if the unread divider is above it; else 0. */
  unread: number;
  /** Outbox entries for this message: an edit and reactions. */
  queued: readonly QueuedMessage[];
  /** The message that this one answers, if the feed contains it. */
  quoted: ChannelMessage | undefined;
  canReact: boolean;
  parts: Pick<LazyComponents, 'AboveMessage'>;
  isMine: boolean;
  meId: string;
  isBlocked: boolean;
  /** Ids of authors whom the viewer blocked. */
  blockedIds: readonly string[];
  position: number;
  onMenu: FeedProps['onMenu'];
}

/** One row of the feed: a message, with a day or unread divider above it where needed. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, before, unread, queued, isMine, isBlocked, position, onMenu } = props;
  const { AboveMessage } = props.parts;
  const edit = queued.find(({ reaction }) => !reaction);
  const [isShown, setShown] = useState(false);
  const isFolded = isBlocked && !isShown;
  return (
    <>
      {isNewDay(before, message) && <DayDivider at={message.createdAt} />}
      {unread > 0 && <UnreadDivider count={unread} />}
      {message.retention && !message.isDeleted ? (
        <RetentionNotice {...props} />
      ) : isFolded ? (
        <BlockedMessage
          id={messageElementId(message.id)}
          position={position}
          onShow={() => setShown(true)}
        />
      ) : (
        <MessageArticle
          id={messageElementId(message.id)}
          authorId={message.authorId ?? ''}
          authorName={message.authorName}
          at={message.createdAt}
          isMine={isMine}
          isNext={continuesPrevious(before, message) && unread === 0 && !isBlocked}
          isEdited={message.editedAt !== null && !message.isDeleted}
          state={edit?.state}
          position={position}
          above={hasAbove(message) && <AboveMessage {...props} />}
          below={message.reactions.length + queued.length > 0 && <BelowMessage {...props} />}
          onMenu={
            message.isDeleted ? undefined : (anchor) => onMenu({ message, queued: edit, anchor })
          }
        >
          <Words {...props} edit={edit} />
        </MessageArticle>
      )}
    </>
  );
});

const hasAbove = ({ isPinned, isAnswer, attachments }: ChannelMessage) =>
  isPinned || isAnswer || attachments.length > 0;

function Words({ message, edit, meId }: MessageRowProps & { edit: QueuedMessage | undefined }) {
  const text = edit?.body ?? message.body;
  const isNaming = message.mentionsAll || message.mentionIds.length > 0;
  if (!message.isDeleted)
    return isNaming ? (
      <MentionText {...{ message, text, meId }}>{text}</MentionText>
    ) : (
      <MarkdownText text={text} />
    );
  return (
    <em className="muted">
      <Trans>Mensaje borrado</Trans>
    </em>
  );
}
