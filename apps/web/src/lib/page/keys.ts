import { readChoice } from '../device/storage';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);

/** Opens the command menu. With a modifier, so it works while one types, too. */
export const FINDER_KEY = isApple
  ? { label: '⌘K', aria: 'Meta+K' }
  : { label: 'Ctrl K', aria: 'Control+K' };

/** Whether a key press asks for the command menu. */
export const asksForFinder = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple ? metaKey : ctrlKey) && !altKey && !shiftKey;

/**
 * What a key without a modifier does, and the key that does it unless somebody chose another. They can be changed and
 * turned off (WCAG 2.1.4): for who speaks to a computer, each word is many keys.
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

/** Where this device keeps whether single keys are on (the first were those of the desk), and which were changed. */
export const SWITCH = 'deskKeys';
export const CHANGED = 'keys';

export const areSingleKeysOn = (): boolean => readChoice(SWITCH) !== 'off';

export const keyOf = (action: KeyAction): string => changedKeys()[action] ?? DEFAULT_KEYS[action];

export function changedKeys(): Partial<Record<KeyAction, string>> {
  try {
    return JSON.parse(readChoice(CHANGED) ?? '{}');
  } catch {
    return {};
  }
}

/** Whether a key is pressed alone and means an action: nobody types, no dialog is open, and they are on. */
export function isSingleKey(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  if (target instanceof Element && target.closest(TYPED)) return false;
  return areSingleKeysOn() && !document.querySelector('dialog[open]');
}

/** The action that a key press stands for. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  const key = event.key.toLowerCase();
  const action = KEY_ACTIONS.find((one) => keyOf(one) === key);
  return action && isSingleKey(event) ? action : undefined;
}
