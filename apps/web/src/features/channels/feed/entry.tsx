import { Trans } from '@lingui/react/macro';
import { memo, useState } from 'react';
import type { QueuedMessage } from '../../../lib/device/outbox';
import { MarkdownText } from '../../../ui/messages/markdown-text';
import { DayDivider, MessageArticle, UnreadDivider } from '../../../ui/messages/message-article';
import { articleId } from './article';
import type { Said } from '../list/channels.graphql';
import type { Parts } from '../channel/conversation';
import type { FeedProps } from './feed';
import { isNewDay, isNext } from './layout';

/** Placeholder for the message of an author whom the viewer blocked. */
export interface FoldedProps {
  id: string;
  position: number;
  onShow: () => void;
}

export interface EntryProps {
  message: Said;
  before: Said | undefined;
  /** Number of unread messages from this one on, if the unread divider is above it; else 0. */
  unread: number;
  /** Outbox entries for this message: an edit and reactions. */
  queued: readonly QueuedMessage[];
  /** The message that this one answers, if the feed contains it. */
  quoted: Said | undefined;
  canReact: boolean;
  parts: Parts;
  isMine: boolean;
  meId: string;
  isBlocked: boolean;
  /** Ids of authors whom the viewer blocked. */
  blockedIds: readonly string[];
  position: number;
  onMenu: FeedProps['onMenu'];
}

/** One row of the feed: a message, with a day or unread divider above it where needed. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { message, before, unread, queued, isMine, isBlocked, position, onMenu } = props;
  const { Above, Below, Folded, Line } = props.parts;
  const edit = queued.find(({ reaction }) => !reaction);
  const [isShown, setShown] = useState(false);
  const isFolded = isBlocked && !isShown;
  return (
    <>
      {isNewDay(before, message) && <DayDivider at={message.createdAt} />}
      {unread > 0 && <UnreadDivider count={unread} />}
      {message.retention && !message.isDeleted ? (
        <Line {...props} />
      ) : isFolded ? (
        <Folded id={articleId(message.id)} position={position} onShow={() => setShown(true)} />
      ) : (
        <MessageArticle
          id={articleId(message.id)}
          authorId={message.authorId ?? ''}
          authorName={message.authorName}
          at={message.createdAt}
          isMine={isMine}
          isNext={isNext(before, message) && unread === 0 && !isBlocked}
          isEdited={message.editedAt !== null && !message.isDeleted}
          state={edit?.state}
          position={position}
          above={hasAbove(message) && <Above {...props} />}
          below={message.reactions.length + queued.length > 0 && <Below {...props} />}
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

const hasAbove = ({ isPinned, isAnswer, attachments }: Said) =>
  isPinned || isAnswer || attachments.length > 0;

function Words({
  message,
  edit,
  meId,
  parts: { Named },
}: EntryProps & { edit: QueuedMessage | undefined }) {
  const text = edit?.body ?? message.body;
  const isNaming = message.mentionsAll || message.mentionIds.length > 0;
  if (!message.isDeleted)
    return isNaming ? (
      <Named {...{ message, text, meId }}>{text}</Named>
    ) : (
      <MarkdownText text={text} />
    );
  return (
    <em className="muted">
      <Trans>Mensaje borrado</Trans>
    </em>
  );
}
