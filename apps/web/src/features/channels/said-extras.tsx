import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { enqueue } from '../../lib/outbox';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { QUOTED } from './acts.graphql';
import type { Said } from './channels.graphql';
import type { AnsweringProps } from './conversation';
import type { EntryProps } from './entry';
import { reactionsWith } from './reactions';

/** Above what a message says: that it is pinned, and what it answers. */
export function Above({ message, quoted }: EntryProps) {
  return (
    <>
      {message.isPinned && (
        <span className="pinmark">
          <Icon name="pin" size="xs" />
          <Trans>Fijado</Trans>
        </span>
      )}
      {message.replyToId && <Quote id={message.replyToId} known={quoted} />}
    </>
  );
}

interface QuoteProps {
  id: string;
  /** The message, where the feed has it. */
  known: Said | undefined;
}

/** What is answered, as far as the reader may see it, and the way there. */
function Quote({ id, known }: QuoteProps) {
  const [{ data, fetching }] = useQuery({
    query: QUOTED,
    variables: { id },
    pause: Boolean(known),
  });
  const [, setParams] = useSearchParams();
  const quoted = known ?? data?.message;
  if (!quoted) return <span className="quote">{!fetching && <Words quoted={undefined} />}</span>;
  return (
    <button type="button" className="quote" onClick={() => setParams({ m: id }, { replace: true })}>
      <Words quoted={quoted} />
    </button>
  );
}

function Words({
  quoted,
}: {
  quoted: Pick<Said, 'authorName' | 'body' | 'isDeleted'> | undefined;
}) {
  if (!quoted) return <Trans>Responde a un mensaje anterior</Trans>;
  if (quoted.isDeleted) return <Trans>Mensaje borrado</Trans>;
  return (
    <>
      <b>{quoted.authorName}</b> {quoted.body}
    </>
  );
}

/** Below a message: who agrees, laughs, grieves. Pressing one joins it, or takes one's own back. */
export function Below({ message, queued, canReact }: EntryProps) {
  const { t } = useLingui();
  const { id: messageId, channelId, isDeleted } = message;
  const shown = reactionsWith(message, queued);
  if (shown.length === 0 || isDeleted) return null;
  const react = (emoji: string, isOn: boolean) =>
    void enqueue({ channelId, messageId, reaction: { emoji, isOn }, body: '' });
  return (
    <span className="reacts" role="group" aria-label={t`Reacciones`}>
      {shown.map(({ emoji, count, isOwn }) => (
        <button
          key={emoji}
          type="button"
          className="react"
          aria-pressed={isOwn}
          disabled={!canReact}
          onClick={() => react(emoji, !isOwn)}
        >
          {emoji} <span>{count}</span>
        </button>
      ))}
    </span>
  );
}

/** In the place of who reads it: what is being answered, and the way back from that. */
export function Answering({ answered, onCancel }: AnsweringProps) {
  const { authorName, body } = answered;
  return (
    <>
      <Icon name="reply" size="xs" />
      <span className="grow cut">
        <Trans>Respondes a {authorName}</Trans> · {body}
      </span>
      <Button kind="text" small onClick={onCancel}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
}
