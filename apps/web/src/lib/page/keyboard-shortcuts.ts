import { readLocalSetting } from '../device/local-settings';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);

/** Shortcut for the command menu. It has a modifier, so it also works while typing. */
export const FINDER_KEY = isApple
  ? { label: '⌘K', aria: 'Meta+K' }
  : { label: 'Ctrl K', aria: 'Control+K' };

/** Whether a key press opens the command menu. */
export const isFinderShortcut = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple ? metaKey : ctrlKey) && !altKey && !shiftKey;

/**
 * Default single-key shortcuts, by action. A member can change them or turn them off (WCAG 2.1.4), because speech input
 * turns each word into many keys.
 */
export const DEFAULT_KEYS = {
  help: '?',
  find: '/',
  nextUnread: 'n',
  next: 'j',
  previous: 'k',
  answer: 'r',
  accept: 'a',
  ask: 'm',
  decline: 'd',
} as const;
export type KeyAction = keyof typeof DEFAULT_KEYS;
export const KEY_ACTIONS = Object.keys(DEFAULT_KEYS) as KeyAction[];

const TYPED =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable]';

/**
 * Device settings: whether single-key shortcuts are on, and which keys were changed. The name of the first is from its
 * original use at the desk.
 */
export const SHORTCUTS_SETTING = 'deskKeys';
export const CHANGED_KEYS_SETTING = 'keys';

export const areShortcutsOn = (): boolean => readLocalSetting(SHORTCUTS_SETTING) !== 'off';

export const keyForAction = (action: KeyAction): string =>
  changedKeys()[action] ?? DEFAULT_KEYS[action];

export function changedKeys(): Partial<Record<KeyAction, string>> {
  try {
    return JSON.parse(readLocalSetting(CHANGED_KEYS_SETTING) ?? '{}');
  } catch {
    return {};
  }
}

/**
 * Whether a key press is a single-key shortcut: shortcuts are on, no modifier is pressed, no text field has the focus
 * and no dialog is open.
 */
export function isSingleKey(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  if (target instanceof Element && target.closest(TYPED)) return false;
  return areShortcutsOn() && !document.querySelector('dialog[open]');
}

/** Returns the action of a key press. */
export function actionForKey(event: KeyboardEvent): KeyAction | undefined {
  const key = event.key.toLowerCase();
  const action = KEY_ACTIONS.find((one) => keyForAction(one) === key);
  return action && isSingleKey(event) ? action : undefined;
}
