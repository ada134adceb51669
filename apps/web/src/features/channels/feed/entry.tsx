import { Trans } from '@lingui/react/macro';
import { memo, useState } from 'react';
import type { Queued } from '../../../lib/device/outbox';
import { MarkedText } from '../../../ui/messages/marked-text';
import { DayLine, MessageArticle, UnreadLine } from '../../../ui/messages/message-article';
import { articleId } from './article';
import type { Said } from '../list/channels.graphql';
import type { Parts } from '../channel/conversation';
import type { FeedProps } from './feed';
import { isNewDay, isNext } from './layout';

/** The message of somebody whom the reader blocked. */
export interface FoldedProps {
  id: string;
  position: number;
  onShow: () => void;
}

export interface EntryProps {
  message: Said;
  before: Said | undefined;
  /** So many are unread from this one on. */
  unread: number;
  /** Its new text, and reactions to it, on their way. */
  queued: readonly Queued[];
  /** What it answers, where the feed has it. */
  quoted: Said | undefined;
  canReact: boolean;
  parts: Parts;
  isMine: boolean;
  meId: string;
  isBlocked: boolean;
  /** Authors whom the reader blocked. */
  blockedIds: readonly string[];
  position: number;
  onMenu: FeedProps['onMenu'];
}

/** One message with what stands above it. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { message, before, unread, queued, isMine, isBlocked, position, onMenu } = props;
  const { Above, Below, Folded, Line } = props.parts;
  const edit = queued.find(({ reaction }) => !reaction);
  const [isShown, setShown] = useState(false);
  const isFolded = isBlocked && !isShown;
  return (
    <>
      {isNewDay(before, message) && <DayLine at={message.createdAt} />}
      {unread > 0 && <UnreadLine count={unread} />}
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
}: EntryProps & { edit: Queued | undefined }) {
  const text = edit?.body ?? message.body;
  const isNaming = message.mentionsAll || message.mentionIds.length > 0;
  if (!message.isDeleted)
    return isNaming ? (
      <Named {...{ message, text, meId }}>{text}</Named>
    ) : (
      <MarkedText text={text} />
    );
  return (
    <em className="muted">
      <Trans>Mensaje borrado</Trans>
    </em>
  );
}
