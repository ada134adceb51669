/** What the shell needs on a key or a tap: in one piece, so that it is there without a network, too. */
export { Finder } from './finder';
export { KeysDialog } from '../../features/keys/keys-dialog';
export { openNextUnread } from './next-unread';
