/** The overlays that a key or a tap opens, in one chunk, so that all of them also open offline once it is loaded. */
export { Finder } from './finder';
export { KeysDialog } from '../../features/keys/keys-dialog';
export { openNextUnread } from './next-unread';
