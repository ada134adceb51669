/** The parts of the channel page that combine other features; one chunk, which loads after the page. */
export { ConfirmedChannelDetails as Details } from './confirmed-channel-details';
export { ComposerAttachments } from '../../features/attachments/sending/composer-attachments';
export { Microphone } from '../../features/attachments/voice/microphone';
export { UploadStatus } from '../../features/attachments/sending/upload-status';
export { AboveMessageText as AboveText } from './above-message-text';
export { MessageActions as MessageActs } from './message-actions';
