import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Avatar, tint } from './avatar';
import { Icon } from './icon';
import { RelativeTime } from './relative-time';

/** Nothing once it is sent: silence means it arrived. */
export type SendState = 'queued' | 'sending' | 'failed';

interface MessageArticleProps {
  authorId: string;
  authorName: string;
  at: string;
  isMine?: boolean;
  /** Of the same person as the one above, shortly after: no name, no face. */
  isNext?: boolean;
  isEdited?: boolean;
  state?: SendState | undefined;
  children: ReactNode;
  /** Buttons of the message (edit, delete, report). */
  actions?: ReactNode;
  /** Place in the feed for screen readers, from 1. */
  position?: number;
}

/** One message in a feed. Focusable, so that PageUp and PageDown can move through the feed. */
export function MessageArticle(props: MessageArticleProps) {
  const { authorId, authorName, at, isMine, isNext, state, children, actions, position } = props;
  const look = `msg${isMine ? ' msg--me' : ''}${isNext ? ' msg--next' : ''}${state ? ' msg--queued' : ''}`;
  return (
    <article
      className={look}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={position === undefined ? undefined : -1}
    >
      {!isMine && !isNext && <Avatar id={authorId} name={authorName} size="s" />}
      <div className="msg__b">
        {!isMine && !isNext && (
          <div className={`msg__h c${tint(authorId)}`}>
            {authorName} <RelativeTime at={at} isClock />
          </div>
        )}
        {(isMine || isNext) && <span className="vh">{authorName}: </span>}
        <div className="msg__t">{children}</div>
        <Foot {...props} />
        {actions}
      </div>
    </article>
  );
}

function Foot({ at, isMine, isEdited, state }: MessageArticleProps) {
  const { t } = useLingui();
  const words = {
    queued: t`En cola · se enviará al volver la señal`,
    sending: t`Enviando`,
    failed: t`No se envió`,
  };
  if (!isMine && !isEdited) return null;
  return (
    <div className="msg__st">
      {isEdited && <span>{t`editado`}</span>}
      {state && <Icon name={state === 'failed' ? 'alert' : 'clock'} size="xs" />}
      {state ? words[state] : isMine && <RelativeTime at={at} isClock />}
    </div>
  );
}

/** Before the first message that was not read. */
export function UnreadLine({ count }: { count: number }) {
  return (
    <div className="unread">
      <span>
        <Plural value={count} one="# mensaje nuevo" other="# mensajes nuevos" />
      </span>
    </div>
  );
}

/** The day above its messages. */
export function DayLine({ at }: { at: string }) {
  const { i18n } = useLingui();
  return (
    <span className="day">{i18n.date(at, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
  );
}
