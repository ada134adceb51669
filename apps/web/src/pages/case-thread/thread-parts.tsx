import type { MessageRowProps } from '../../features/channels/feed/message-row';
import { serverNow } from '../../lib/server/server-time';
import { MESSAGE_PARTS } from '../channel';

/** As long as on the server, the author may edit a message. */
const EDITABLE_MS = 86_400_000;

/** In a thread only the author describes a file, as long as the message can be edited. */
function AboveMessage(props: MessageRowProps) {
  const { isMine, canReact, message } = props;
  const isEditable = Date.parse(message.createdAt) + EDITABLE_MS > serverNow();
  return <MESSAGE_PARTS.AboveMessage {...props} canReact={canReact && isMine && isEditable} />;
}

/** The parts of a message in a thread of a case. */
export const THREAD_PARTS = { ...MESSAGE_PARTS, AboveMessage };
