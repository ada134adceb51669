import { Plural, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { ClockTime } from '../display/clock-time';
import { Face, useTint } from '../display/face';
import { Icon } from '../display/icon';
import { useAuthorName } from './author-name';

/** State of an unsent message; undefined once it was sent. */
export type SendState = 'queued' | 'sending' | 'failed';

interface MessageArticleProps {
  id?: string;
  authorId: string;
  /** Empty for a former member. */
  authorName: string;
  at: string;
  isMine?: boolean;
  /** Whether the message follows a recent one of the same author. It then shows no name and no picture. */
  isNext?: boolean;
  isEdited?: boolean;
  state?: SendState | undefined;
  /** Content above and below the text. */
  above?: ReactNode;
  below?: ReactNode;
  children: ReactNode;
  /** Opens the menu of the message at this position. */
  onMenu?: ((anchor: DOMRect) => void) | undefined;
  /** Position in the feed for screen readers, from 1. */
  position?: number;
}

/**
 * One message in a feed. Focusable, so that PageUp and PageDown can move through the feed; Enter opens its menu. Its
 * accessible name is its author and text.
 */
export function MessageArticle(props: MessageArticleProps) {
  const { authorId, isMine, isNext, state, children, onMenu, position } = props;
  const authorName = useAuthorName(props.authorName);
  const article = useRef<HTMLElement>(null);
  const id = useId();
  const [authorLabel, textLabel] = [`${id}author`, `${id}text`];
  const look = `msg${isMine ? ' msg--me' : ''}${isNext ? ' msg--next' : ''}${state ? ` msg--${state}` : ''}`;
  const open = () => openMenu(article.current, onMenu);
  return (
    <article
      id={props.id}
      ref={article}
      className={look}
      tabIndex={-1}
      aria-labelledby={`${authorLabel} ${textLabel}`}
      aria-posinset={position}
      aria-setsize={position === undefined ? undefined : -1}
      onKeyDown={(event) => {
        if (!onMenu || event.target !== event.currentTarget || !isMenuKey(event)) return;
        event.preventDefault();
        open();
      }}
    >
      {!isMine && !isNext && <Face id={authorId} name={authorName} size="s" />}
      <div className="msg__b">
        {!isMine && !isNext && <Author {...props} {...{ authorName }} id={authorLabel} />}
        {(isMine || isNext) && (
          <span id={authorLabel} className="vh">
            {authorName}:{' '}
          </span>
        )}
        {props.above}
        <div id={textLabel} className="msg__t">
          {children}
        </div>
        {props.below}
        <Foot {...props} />
      </div>
      {onMenu && <More onOpen={open} />}
    </article>
  );
}

function Author({ id, authorId, authorName, at }: MessageArticleProps) {
  return (
    <div id={id} className={`msg__h c${useTint(authorId)}`}>
      {authorName} <ClockTime at={at} />
    </div>
  );
}

function More({ onOpen }: { onOpen: () => void }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className="msg__more"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={t`Acciones del mensaje`}
      onClick={onOpen}
    >
      <Icon name="more" size="s" />
    </button>
  );
}

/** The menu restores the focus to the active element, so focus the message first, also after a touch. */
function openMenu(article: HTMLElement | null, onMenu: MessageArticleProps['onMenu']): void {
  article?.focus({ preventScroll: true });
  const words = article?.querySelector('.msg__b');
  if (words) onMenu?.(words.getBoundingClientRect());
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) =>
  key === 'Enter' || key === 'ContextMenu' || (shiftKey && key === 'F10');

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
      {state ? words[state] : isMine && <ClockTime at={at} />}
    </div>
  );
}

/** Divider above the first unread message. */
export function UnreadDivider({ count }: { count: number }) {
  return (
    <div className="unread">
      <span>
        <Plural value={count} one="# mensaje nuevo" other="# mensajes nuevos" />
      </span>
    </div>
  );
}

/** Date above the messages of a day. */
export function DayDivider({ at }: { at: string }) {
  const { i18n } = useLingui();
  return (
    <span className="day">{i18n.date(at, { weekday: 'long', day: 'numeric', month: 'long' })}</span>
  );
}
