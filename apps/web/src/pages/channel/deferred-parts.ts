import '../../features/channels/feed/search-shortcut';
import '../../ui/messages/markdown-shortcuts';
/** Channel code that loads after the page, in one chunk, so that all of it is also available offline. */
export { Details } from './details';
export { PendingRetentionRequest as Asked } from '../../features/channels/retention/retention-row';
export { RetentionNotice as RetentionLine } from '../../features/channels/retention/retention-notice';
export { FeedKeys } from '../../features/channels/feed/feed-keys';
export { JumpToUnread, NewMessagesPill as NewBelow } from '../../features/channels/feed/feed-pills';
export { GoToMessage as GoTo } from '../../features/channels/feed/go-to-message';
export {
  AnswerBar as Answering,
  BelowMessage as Below,
  BlockedMessage as Folded,
} from '../../features/channels/feed/message-extras';
export { MentionPicker } from '../../features/channels/composer/mention-picker';
export { MentionText as Named } from '../../features/channels/feed/mention-text';
export { ComposerAttachments as Attach } from '../../features/attachments/sending/composer-attachments';
export { Microphone } from '../../features/attachments/voice/microphone';
export { UploadStatus as Uploads } from '../../features/attachments/sending/upload-status';
export { AboveText } from './above-text';
export { NotStoredOffline as NotKept } from '../../features/channels/channel/offline-notes';
export { RetentionHint as Ends } from '../../features/channels/feed/retention-hint';
export { ComposerPlaceholder as Instead } from '../../features/channels/composer/composer-placeholder';
export {
  FeedSwitcher as Feeds,
  TopicNotFound as NoTopic,
} from '../../features/channels/topics/topic-list';
export { MessageActs } from './message-acts';
