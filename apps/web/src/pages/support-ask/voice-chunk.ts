/** The parts of voice notes; one chunk, which loads when a page shows a note or a recorder. */
export { RecordingBar } from '../../features/attachments/voice/recording-bar';
export { canRecord, startRecording } from '../../features/attachments/voice/recording';
export { VoicePlayer } from '../../features/attachments/voice/voice-player';
export { recorderFaultText } from '../../features/attachments/attachment-texts';
