import '../../features/channels/find-key';
import '../../ui/mark-keys';
/** What a channel needs once it stands: in one piece, so that it is there without a network, too. */
export { ChannelDetails } from '../../features/channels/channel-details';
export { JumpToUnread, NewBelow } from '../../features/channels/feed-pills';
export { GoTo } from '../../features/channels/go-to';
export { Answering, Below, Folded } from '../../features/channels/said-extras';
export { MentionPicker } from '../../features/channels/mention-picker';
export { Named } from '../../features/channels/named';
export { Attach } from '../../features/attachments/attach';
export { Microphone } from '../../features/attachments/microphone';
export { WaitingRows as Uploads } from '../../features/attachments/waiting-rows';
export { Above } from './above';
export { NotKept } from '../../features/channels/kept-note';
export { Instead } from '../../features/channels/instead';
export { Feeds, NoTopic, Topics } from '../../features/channels/topics';
export { List } from './list';
export { MessageActs } from './message-acts';
