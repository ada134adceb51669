import { AttachmentList } from '../../features/attachments/files/attachment-list';
import type { EntryProps } from '../../features/channels/feed/entry';
import { Above as SaidAbove } from '../../features/channels/feed/said-extras';

/** Content above the text of a message: the answered message, labels and files. */
export function AboveText(props: EntryProps) {
  const { message, isMine, canReact } = props;
  const { attachments, authorName } = message;
  return (
    <>
      <SaidAbove {...props} />
      {attachments.length > 0 && (
        <AttachmentList files={attachments} canWrite={canReact} {...{ authorName, isMine }} />
      )}
    </>
  );
}
