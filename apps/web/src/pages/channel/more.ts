/** What a channel needs once it stands: in one piece, so that it is there without a network, too. */
export { ChannelDetails } from '../../features/channels/channel-details';
export { Editing } from '../../features/channels/editing';
export { List } from './list';
export { MessageActs } from './message-acts';
