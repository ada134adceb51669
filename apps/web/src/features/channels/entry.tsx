import { Trans } from '@lingui/react/macro';
import { memo, useState } from 'react';
import type { Queued } from '../../lib/outbox';
import { DayLine, MessageArticle, UnreadLine } from '../../ui/message-article';
import type { Said } from './channels.graphql';
import type { FeedProps } from './feed';
import { isNewDay, isNext } from './layout';

interface EntryProps {
  message: Said;
  before: Said | undefined;
  /** So many are unread from this one on. */
  unread: number;
  /** Its new text, on its way. */
  edit: Queued | undefined;
  isMine: boolean;
  isBlocked: boolean;
  position: number;
  onMenu: FeedProps['onMenu'];
}

/** One message with what stands above it. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { message, before, unread, edit, isMine, isBlocked, position, onMenu } = props;
  const [isShown, setShown] = useState(false);
  const isFolded = isBlocked && !isShown;
  return (
    <>
      {isNewDay(before, message) && <DayLine at={message.createdAt} />}
      {unread > 0 && <UnreadLine count={unread} />}
      {isFolded ? (
        <Folded position={position} onShow={() => setShown(true)} />
      ) : (
        <MessageArticle
          authorId={message.authorId ?? ''}
          authorName={message.authorName}
          at={message.createdAt}
          isMine={isMine}
          isNext={isNext(before, message) && unread === 0 && !isBlocked}
          isEdited={message.editedAt !== null && !message.isDeleted}
          state={edit?.state}
          position={position}
          onMenu={
            message.isDeleted ? undefined : (anchor) => onMenu({ message, queued: edit, anchor })
          }
        >
          <Words message={message} edit={edit} />
        </MessageArticle>
      )}
    </>
  );
});

function Words({ message, edit }: Pick<EntryProps, 'message' | 'edit'>) {
  if (!message.isDeleted) return edit?.body ?? message.body;
  return (
    <em className="muted">
      <Trans>Mensaje borrado</Trans>
    </em>
  );
}

/** On the screen of who blocked its author: there, but not in the way. */
function Folded({ position, onShow }: { position: number; onShow: () => void }) {
  return (
    <article className="msg msg--folded" tabIndex={-1} aria-posinset={position} aria-setsize={-1}>
      <button type="button" className="folded" onClick={onShow}>
        <Trans>Mensaje de alguien que bloqueaste · mostrar</Trans>
      </button>
    </article>
  );
}
