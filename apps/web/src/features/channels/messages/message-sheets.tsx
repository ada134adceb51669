import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { type RequestProblem, requestProblemOf, problemText } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { ClockTime } from '../../../ui/display/clock-time';
import { TextField } from '../../../ui/forms/field';
import { Sheet } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { EARLIER_TEXTS_QUERY, REACTORS_QUERY } from './message-actions.graphql';
import type { ChannelMessage } from '../list/message-history.graphql';
import { useReactionToggle } from './quick-reactions';

interface SheetProps {
  message: ChannelMessage;
  onClose: () => void;
}

const MORE = [
  ...['👏', '💪', '🙌', '🤝', '✊', '🫂', '💜', '💚', '🧡', '💛', '🔥', '✨'],
  ...['🎉', '✅', '👀', '💡', '📌', '📣', '🌱', '🌎', '☀️', '🌧️', '🍲', '☕'],
  ...['😀', '😊', '😍', '😅', '🤔', '😐', '😴', '😭', '😡', '🤯', '🥰', '👎'],
];
/** Approximates "exactly one emoji" as far as all browsers can; the server decides. */
const EMOJI =
  /^(\p{Extended_Pictographic}|\p{Regional_Indicator})(\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u200d\p{Extended_Pictographic})*$/u;

/** Chooses any reaction: from the grid or by keyboard. */
export function EmojiSheet({ message, onClose }: SheetProps) {
  const { isOwn, toggle } = useReactionToggle(message);
  const choose = (emoji: string) => {
    onClose();
    toggle(emoji);
  };
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Reaccionar</Trans>}>
      <div className="emojis">
        {MORE.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={isOwn(emoji)}
            onClick={() => choose(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
      <TypedEmoji onChoose={choose} />
    </Sheet>
  );
}

function TypedEmoji({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (EMOJI.test(text.trim())) onChoose(text.trim());
    else setWrong(true);
  };
  return (
    <form className="stack stack--2" onSubmit={submit}>
      <TextField
        label={t`Otro emoji, con tu teclado`}
        name="emoji"
        value={text}
        maxLength={16}
        error={isWrong ? t`Eso no es un emoji.` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={!text.trim()}>
        <Trans>Reaccionar</Trans>
      </Button>
    </form>
  );
}

/** Lists who reacted, by their names in this channel. */
export function ReactorsSheet({ message, onClose }: SheetProps) {
  const [{ data, error }] = useQuery({
    query: REACTORS_QUERY,
    variables: { id: message.id },
    requestPolicy: 'network-only',
  });
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Quién reaccionó</Trans>}>
      <Waiting isWaiting={!data} problem={requestProblemOf(error)}>
        {message.reactions.map(({ emoji, count }) => (
          <Reactors
            key={emoji}
            emoji={emoji}
            count={count}
            names={data?.reactors.flatMap((one) => (one.emoji === emoji ? [one.authorName] : []))}
          />
        ))}
      </Waiting>
    </Sheet>
  );
}

interface ReactorsProps {
  emoji: string;
  count: number;
  names: readonly string[] | undefined;
}

/** Names with a count of the rest: members whose name the viewer may not see are counted only. */
function Reactors({ emoji, count, names = [] }: ReactorsProps) {
  const others = Math.max(0, count - names.length);
  return (
    <p>
      <span className="emoji">{emoji}</span> {names.join(', ')}
      {others > 0 && (
        <>
          {names.length > 0 && ' + '}
          <Plural value={others} one="# persona" other="# personas" />
        </>
      )}
    </p>
  );
}

/** Lists the texts of a message before it was edited. */
export function EarlierTextsSheet({ message, onClose }: SheetProps) {
  const [{ data, error }] = useQuery({
    query: EARLIER_TEXTS_QUERY,
    variables: { id: message.id },
    requestPolicy: 'network-only',
  });
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Cómo era antes</Trans>}>
      <p className="xs muted">
        <Trans>Lo ve quien puede leer el mensaje. Si se borra, esto se borra también.</Trans>
      </p>
      <Waiting isWaiting={!data} problem={requestProblemOf(error)}>
        {data?.earlierTexts.map(({ body, writtenAt }) => (
          <div key={writtenAt} className="card stack stack--1">
            <ClockTime at={writtenAt} />
            <p className="lines">{body}</p>
          </div>
        ))}
      </Waiting>
    </Sheet>
  );
}

interface WaitingProps {
  isWaiting: boolean;
  problem: RequestProblem | undefined;
  children: ReactNode;
}

function Waiting({ isWaiting, problem, children }: WaitingProps) {
  if (problem) return <p role="alert">{problemText(problem)}</p>;
  return isWaiting ? <Skeleton rows={2} kind="row" /> : children;
}
