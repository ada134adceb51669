import { storeSetting } from '../../lib/device/local-settings';
import {
  CHANGED,
  changedKeys,
  DEFAULT_KEYS,
  KEY_ACTIONS,
  type KeyAction,
  keyOf,
  SWITCH,
} from '../../lib/page/keys';

export const turnSingleKeys = (isOn: boolean): void =>
  storeSetting(SWITCH, isOn ? undefined : 'off');

/** The shortcut's key in upper case, as printed on keyboards. */
export const keyLabel = (action: KeyAction): string => keyOf(action).toUpperCase();

export function changeKey(action: KeyAction, key: string): void {
  const { [action]: _before, ...others } = changedKeys();
  const next = key === DEFAULT_KEYS[action] ? others : { ...others, [action]: key };
  storeSetting(CHANGED, Object.keys(next).length > 0 ? JSON.stringify(next) : undefined);
}

export const resetKeys = (): void => storeSetting(CHANGED, undefined);

/**
 * Why a key cannot be used for an action: `none` if it is not a single character (digits are reserved for the desk's
 * checklist), `taken` if another action uses it.
 */
export function keyProblem(action: KeyAction, key: string): 'none' | 'taken' | undefined {
  if (!/^[^\s\d]$/u.test(key)) return 'none';
  return KEY_ACTIONS.some((other) => other !== action && keyOf(other) === key)
    ? 'taken'
    : undefined;
}
