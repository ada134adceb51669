import { useLingui } from '@lingui/react/macro';
import { enqueue, useQueue } from '../../../lib/device/outbox';
import { Icon } from '../../../ui/display/icon';
import type { Said } from '../list/channels.graphql';
import type { MessageSheet } from './message-menu';
import { reactionsWith } from './reactions';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Adds or removes a reaction, through the outbox. */
export function react(
  { id: messageId, channelId, topicId }: Said,
  emoji: string,
  isOn: boolean,
): void {
  void enqueue({ channelId, topicId, messageId, reaction: { emoji, isOn }, body: '' });
}

/** The viewer's reactions including queued ones, and the function to add or remove one. */
export function useReacting(message: Said) {
  const queued = useQueue().filter(({ messageId }) => messageId === message.id);
  const own = reactionsWith(message, queued).filter(({ isOwn }) => isOwn);
  const isOwn = (emoji: string) => own.some((one) => one.emoji === emoji);
  return { isOwn, toggle: (emoji: string) => react(message, emoji, !isOwn(emoji)) };
}

interface QuickReactionsProps {
  message: Said;
  onClose: () => void;
  onOpen: (sheet: MessageSheet) => void;
}

/** The six most used reactions, and a button for all others. */
export function QuickReactions({ message, onClose, onOpen }: QuickReactionsProps) {
  const { t } = useLingui();
  const { isOwn, toggle } = useReacting(message);
  const choose = (emoji: string) => {
    onClose();
    toggle(emoji);
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
