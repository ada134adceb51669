import { AttachmentList } from '../../features/attachments/files/attachment-list';
import type { MessageRowProps } from '../../features/channels/feed/message-row';
import { useAuthorName } from '../../ui/messages/author-name';
import { AboveMessage } from '../../features/channels/feed/message-extras';

/** Content above the text of a message: the answered message, labels and files. */
export function AboveMessageText(props: MessageRowProps) {
  const { message, isMine, canReact } = props;
  const { attachments } = message;
  const authorName = useAuthorName(message.authorName);
  return (
    <>
      <AboveMessage {...props} />
      {attachments.length > 0 && (
        <AttachmentList files={attachments} canWrite={canReact} {...{ authorName, isMine }} />
      )}
    </>
  );
}
