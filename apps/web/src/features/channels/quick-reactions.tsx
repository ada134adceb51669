import { useLingui } from '@lingui/react/macro';
import { enqueue } from '../../lib/outbox';
import { Icon } from '../../ui/icon';
import type { Said } from './channels.graphql';
import type { MessageSheet } from './message-menu';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Reacts, or takes the reaction back; it waits in the outbox like what is written. */
export function react({ id: messageId, channelId, ownReactions }: Said, emoji: string): void {
  const isOn = !ownReactions.includes(emoji);
  void enqueue({ channelId, messageId, reaction: { emoji, isOn }, body: '' });
}

interface QuickReactionsProps {
  message: Said;
  onClose: () => void;
  onOpen: (sheet: MessageSheet) => void;
}

/** The six that are used most, and the way to all others. */
export function QuickReactions({ message, onClose, onOpen }: QuickReactionsProps) {
  const { t } = useLingui();
  const choose = (emoji: string) => {
    onClose();
    react(message, emoji);
  };
  return (
    <>
      {QUICK.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitemcheckbox"
          aria-checked={message.ownReactions.includes(emoji)}
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
