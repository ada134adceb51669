import { useLingui } from '@lingui/react/macro';
import { enqueueMessage, useOutbox } from '../../../lib/device/outbox';
import { Icon } from '../../../ui/display/icon';
import type { ChannelMessage } from '../list/message-history.graphql';
import type { MessageSheet } from './message-menu';
import { reactionsWithQueued } from './reactions';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Adds or removes a reaction, through the outbox. */
export function queueReaction(
  { id: messageId, channelId, topicId }: ChannelMessage,
  emoji: string,
  isOn: boolean,
): void {
  void enqueueMessage({ channelId, topicId, messageId, reaction: { emoji, isOn }, body: '' });
}

/** The viewer's reactions including queued ones, and the function to add or remove one. */
export function useReactionToggle(message: ChannelMessage) {
  const queued = useOutbox().filter(({ messageId }) => messageId === message.id);
  const own = reactionsWithQueued(message, queued).filter(({ isOwn }) => isOwn);
  const isOwn = (emoji: string) => own.some((one) => one.emoji === emoji);
  return { isOwn, toggle: (emoji: string) => queueReaction(message, emoji, !isOwn(emoji)) };
}

interface QuickReactionsProps {
  message: ChannelMessage;
  onClose: () => void;
  onOpen: (sheet: MessageSheet) => void;
}

/** The six most used reactions, and a button for all others. */
export function QuickReactions({ message, onClose, onOpen }: QuickReactionsProps) {
  const { t } = useLingui();
  const { isOwn, toggle } = useReactionToggle(message);
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
