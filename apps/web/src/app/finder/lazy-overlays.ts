/** All overlays that a key or tap opens, in one chunk: once it is loaded, each of them also opens offline. */
export { Finder } from './finder';
export { ShortcutsDialog } from '../../features/keyboard-shortcuts/shortcuts-dialog';
export { openNextUnread } from './open-next-unread';
