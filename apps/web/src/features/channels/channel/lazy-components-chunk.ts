import '../feed/search-shortcut';
import '../../../ui/messages/markdown-shortcuts';
/** Components of a channel that load after the page, in one chunk, so that all of them are also available offline. */
export { AgreementsNotice } from './agreements-notice';
export { PendingRetentionRequest } from '../retention/retention-row';
export { RetentionNotice } from '../retention/retention-notice';
export { FeedShortcuts } from '../feed/feed-shortcuts';
export { JumpToUnread, NewMessagesPill } from '../feed/feed-pills';
export { GoToMessage } from '../feed/go-to-message';
export { AnswerBar, BelowMessage, BlockedMessage } from '../feed/message-extras';
export { MentionPicker } from '../composer/mention-picker';
export { MentionText } from '../feed/mention-text';
export { NotStoredOffline } from './offline-notes';
export { RetentionHint } from '../feed/retention-hint';
export { ComposerPlaceholder } from '../composer/composer-placeholder';
export { FeedSwitcher, TopicNotFound } from '../topics/topic-list';
