import { useLingui } from '@lingui/react/macro';
import { enqueue, useQueue } from '../../lib/outbox';
import { Icon } from '../../ui/icon';
import type { Said } from './channels.graphql';
import type { MessageSheet } from './message-menu';
import { reactionsWith } from './reactions';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** The reader's own reactions, with what waits in the outbox, and how to set one or take it back. */
export function useReacting(message: Said) {
  const { id: messageId, channelId } = message;
  const queued = useQueue().filter((one) => one.messageId === messageId);
  const own = reactionsWith(message, queued).filter(({ isOwn }) => isOwn);
  const isOwn = (emoji: string) => own.some((one) => one.emoji === emoji);
  const react = (emoji: string) => {
    const reaction = { emoji, isOn: !isOwn(emoji) };
    void enqueue({ channelId, messageId, reaction, body: '' });
  };
  return { isOwn, react };
}

interface QuickReactionsProps {
  message: Said;
  onClose: () => void;
  onOpen: (sheet: MessageSheet) => void;
}

/** The six that are used most, and the way to all others. */
export function QuickReactions({ message, onClose, onOpen }: QuickReactionsProps) {
  const { t } = useLingui();
  const { isOwn, react } = useReacting(message);
  const choose = (emoji: string) => {
    onClose();
    react(emoji);
  };
  return (
    <>
      {QUICK.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitemcheckbox"
          aria-checked={isOwn(emoji)}
          tabIndex={-1}
          onClick={() => choose(emoji)}
        >
          {emoji}
        </button>
      ))}
      <button
        type="button"
        role="menuitem"
        aria-label={t`Otra reacción`}
        tabIndex={-1}
        onClick={() => onOpen('emoji')}
      >
        <Icon name="plus" size="s" />
      </button>
    </>
  );
}
