import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import type { QuotedQuery } from '../../../gql/types';
import { nextExpiry } from '../../../lib/device/expiry-time';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { callAtServerTime } from '../../../lib/server/server-time';
import { Button } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import { useAuthorName } from '../../../ui/messages/author-name';
import { usePlainText } from '../../../ui/messages/use-plain-text';
import { QUOTED_MESSAGE_QUERY } from '../messages/message-actions.graphql';
import type { ChannelMessage } from '../list/message-history.graphql';
import type { MessageRowProps } from './message-row';
import { onChannelMessage } from './message-events';
import { queueReaction } from '../messages/quick-reactions';
import { reactionsWithQueued } from '../messages/reactions';

/** Placeholder for the message of an author whom the viewer blocked. */
interface BlockedMessageProps {
  id: string;
  position: number;
  onShow: () => void;
}

interface AnswerBarProps {
  answered: ChannelMessage;
  onCancel: () => void;
}

/** Shown above the text: the pin mark and the answered message. */
export function AboveMessage({ message, quoted, blockedIds }: MessageRowProps) {
  return (
    <>
      {message.isPinned && (
        <span className="pinmark">
          <Icon name="pin" size="xs" />
          <Trans>Fijado</Trans>
        </span>
      )}
      {message.replyToId && <Quote id={message.replyToId} known={quoted} blockedIds={blockedIds} />}
      {message.isAnswer && !message.replyToId && (
        <span className="quote">
          <Hidden />
        </span>
      )}
    </>
  );
}

interface QuoteProps {
  id: string;
  /** The answered message, if the feed contains it. */
  known: ChannelMessage | undefined;
  blockedIds: readonly string[];
}

/** Quotes the answered message, if the viewer may read it, and links to it. */
function Quote({ id, known, blockedIds }: QuoteProps) {
  const found = useQuoted(id, known !== undefined);
  const [, setParams] = useSearchParams();
  const quoted = known ?? found;
  if (!quoted) return <span className="quote">{quoted === null && <Hidden />}</span>;
  return (
    <button type="button" className="quote" onClick={() => setParams({ m: id }, { replace: true })}>
      <Words
        quoted={quoted}
        isBlocked={quoted.isFolded || blockedIds.includes(quoted.authorId ?? '')}
      />
    </button>
  );
}

const Hidden = () => <Trans>Responde a un mensaje anterior</Trans>;
type Quoted = QuotedQuery['message'];

/**
 * Loads an answered message that the feed does not contain. Returns null if the viewer cannot read it. Live messages
 * refresh it.
 */
function useQuoted(id: string, isKnown: boolean): Quoted | null | undefined {
  const client = useClient();
  const [quoted, setQuoted] = useState<Quoted | null>();
  useEffect(() => {
    if (isKnown) return undefined;
    let isOn = true;
    const read = async () => {
      const { data, error } = await client.query(
        QUOTED_MESSAGE_QUERY,
        { id },
        { requestPolicy: 'network-only' },
      );
      const isHidden = requestProblemOf(error)?.code === 'NOT_FOUND';
      if (isOn && (data || isHidden)) setQuoted(data?.message ?? null);
    };
    void read();
    const stop = onChannelMessage((message) => {
      // A frame does not say whether the viewer blocked a former member.
      if (message?.id === id)
        setQuoted((last) => ({ ...message, isFolded: last?.isFolded ?? false }));
      else if (message?.retention !== null) void read(); // a shorter retention may have expired the answered message
    });
    return () => {
      isOn = false;
      stop();
    };
  }, [client, id, isKnown]);
  useEffect(
    () => (quoted ? callAtServerTime(nextExpiry([quoted]), () => setQuoted(null)) : undefined),
    [quoted],
  );
  return quoted;
}

function Words({ quoted, isBlocked }: { quoted: Quoted; isBlocked: boolean }) {
  if (quoted.isDeleted) return <Trans>Mensaje borrado</Trans>;
  if (isBlocked) return <Trans>Mensaje de alguien que bloqueaste</Trans>;
  return <QuotedText authorName={quoted.authorName} body={quoted.body} />;
}

function QuotedText({ authorName, body }: Pick<Quoted, 'authorName' | 'body'>) {
  const text = usePlainText(body);
  const name = useAuthorName(authorName);
  return (
    <>
      <b>{name}</b> {text}
    </>
  );
}

/** Placeholder for the message of a blocked author, with a button to show it. */
export function BlockedMessage({ id, position, onShow }: BlockedMessageProps) {
  return (
    <article
      id={id}
      className="msg msg--folded"
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={-1}
    >
      <button type="button" className="folded" onClick={onShow}>
        <Trans>Mensaje de alguien que bloqueaste · mostrar</Trans>
      </button>
    </article>
  );
}

/** Shown below the text: reactions, and the reason if an edit was rejected. */
export function BelowMessage(props: MessageRowProps) {
  if (props.message.isDeleted) return null;
  const problem = props.queued.find(({ reaction }) => !reaction)?.problem;
  return (
    <>
      <Reactions {...props} />
      {problem && (
        <p className="waits__no" role="alert">
          {problemText(problem)}
        </p>
      )}
    </>
  );
}

/** Reactions with their counts. Pressing one adds or removes the viewer's own. */
function Reactions({ message, queued, canReact }: MessageRowProps) {
  const { t } = useLingui();
  const shown = reactionsWithQueued(message, queued);
  if (shown.length === 0) return null;
  return (
    <span className="reacts" role="group" aria-label={t`Reacciones`}>
      {shown.map(({ emoji, count, isOwn }) => (
        <button
          key={emoji}
          type="button"
          className="react"
          aria-pressed={isOwn}
          disabled={!canReact}
          onClick={() => queueReaction(message, emoji, !isOwn)}
        >
          {emoji} <span>{count}</span>
        </button>
      ))}
    </span>
  );
}

/**
 * The message being answered, with a cancel button. The composer shows it instead of the note about who can read the
 * channel.
 */
export function AnswerBar({ answered, onCancel }: AnswerBarProps) {
  const { body, isDeleted } = answered;
  const authorName = useAuthorName(answered.authorName);
  const text = usePlainText(body);
  return (
    <span className="inline composer__about">
      <Icon name="reply" size="xs" />
      <span className="grow cut">
        <Trans>Respondes a {authorName}</Trans>
        {!isDeleted && ` · ${text}`}
      </span>
      <Button kind="text" small onClick={onCancel}>
        <Trans>Cancelar</Trans>
      </Button>
    </span>
  );
}
