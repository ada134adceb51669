/** The parts of the channel page that combine other features; one chunk, which loads after the page. */
export { ConfirmedChannelDetails } from './confirmed-channel-details';
export { ComposerAttachments } from '../../features/attachments/sending/composer-attachments';
export { deleteDraft } from '../../features/attachments/sending/draft-files';
export { Microphone } from '../../features/attachments/voice/microphone';
export { UploadStatus } from '../../features/attachments/sending/upload-status';
export { AboveMessageText } from './above-message-text';
export { MessageActions } from './message-actions';
