import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Queued } from '../../lib/outbox';
import { LoadMore } from '../../ui/load-more';
import { DayLine, MessageArticle, UnreadLine } from '../../ui/message-article';
import type { Said } from './channels.graphql';
import { isNext, isNewDay } from './layout';

interface FeedProps {
  messages: readonly Said[];
  queued: readonly Queued[];
  meId: string;
  readSeq: number;
  hasMore: boolean;
  onEarlier: () => void;
  actionsOf: (message: Said) => ReactNode;
}

/** The messages in their order, the line before the first unread one, and what waits to be sent. */
export function Feed(props: FeedProps) {
  const { messages, queued, hasMore, onEarlier } = props;
  const { t } = useLingui();
  const feed = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.seq ?? 0;
  useLayoutEffect(() => {
    feed.current?.scrollTo(0, feed.current.scrollHeight);
  }, [last, queued.length]);
  return (
    <div className="feed" ref={feed} onKeyDown={move} tabIndex={0}>
      <LoadMore hasMore={hasMore} onMore={onEarlier} />
      <div className="feed__all" role="feed" aria-label={t`Mensajes`}>
        {messages.map((message, at) => (
          <Entry key={message.id} {...props} at={at} />
        ))}
        {queued.map((message, at) => (
          <MessageArticle
            key={message.clientId}
            authorId={props.meId}
            authorName={t`Tú`}
            at={message.at}
            isMine
            state={message.state}
            position={messages.length + at + 1}
          >
            {message.body}
          </MessageArticle>
        ))}
      </div>
    </div>
  );
}

function Entry({ messages, meId, readSeq, actionsOf, at }: FeedProps & { at: number }) {
  const message = messages[at]!;
  const before = messages[at - 1];
  const isFirstUnread = message.seq > readSeq && (before?.seq ?? 0) <= readSeq;
  const unread = messages.filter(({ seq, authorId }) => seq > readSeq && authorId !== meId).length;
  return (
    <Fragment>
      {isNewDay(before, message) && <DayLine at={message.createdAt} />}
      {isFirstUnread && unread > 0 && <UnreadLine count={unread} />}
      <MessageArticle
        authorId={message.authorId ?? ''}
        authorName={message.authorName}
        at={message.createdAt}
        isMine={message.authorId === meId}
        isNext={isNext(before, message)}
        isEdited={message.editedAt !== null && !message.isDeleted}
        position={at + 1}
        actions={message.isDeleted ? undefined : actionsOf(message)}
      >
        {message.isDeleted ? (
          <em className="muted">
            <Trans>Mensaje borrado</Trans>
          </em>
        ) : (
          message.body
        )}
      </MessageArticle>
    </Fragment>
  );
}

/** PageUp and PageDown move from message to message, Ctrl+End to where one writes, as the pattern of a feed says. */
function move(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.ctrlKey && event.key === 'End') {
    event.preventDefault();
    document.querySelector<HTMLElement>('.composer__box')?.focus();
  }
  const step = { PageUp: -1, PageDown: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('article')];
  const at = all.findIndex((article) => article.contains(document.activeElement));
  all[at === -1 ? all.length - 1 : at + step]?.focus();
}
