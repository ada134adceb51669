import '../../features/channels/feed/search-shortcut';
import '../../ui/messages/markdown-shortcuts';
/** Channel code that loads after the page, in one chunk, so that all of it is also available offline. */
export { Details } from './details';
export { PendingRetentionRequest } from '../../features/channels/retention/retention-row';
export { RetentionNotice } from '../../features/channels/retention/retention-notice';
export { FeedKeys } from '../../features/channels/feed/feed-keys';
export { JumpToUnread, NewMessagesPill } from '../../features/channels/feed/feed-pills';
export { GoToMessage } from '../../features/channels/feed/go-to-message';
export {
  AnswerBar,
  BelowMessage,
  BlockedMessage,
} from '../../features/channels/feed/message-extras';
export { MentionPicker } from '../../features/channels/composer/mention-picker';
export { MentionText } from '../../features/channels/feed/mention-text';
export { ComposerAttachments } from '../../features/attachments/sending/composer-attachments';
export { Microphone } from '../../features/attachments/voice/microphone';
export { UploadStatus } from '../../features/attachments/sending/upload-status';
export { AboveText } from './above-text';
export { NotStoredOffline } from '../../features/channels/channel/offline-notes';
export { RetentionHint } from '../../features/channels/feed/retention-hint';
export { ComposerPlaceholder } from '../../features/channels/composer/composer-placeholder';
export { FeedSwitcher, TopicNotFound } from '../../features/channels/topics/topic-list';
export { MessageActs } from './message-acts';
