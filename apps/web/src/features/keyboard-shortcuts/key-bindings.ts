import { storeLocalSetting } from '../../lib/device/local-settings';
import {
  CHANGED_KEYS_SETTING,
  changedKeys,
  DEFAULT_KEYS,
  KEY_ACTIONS,
  type KeyAction,
  keyForAction,
  SHORTCUTS_SETTING,
} from '../../lib/page/keyboard-shortcuts';

export const enableSingleKeys = (isOn: boolean): void =>
  storeLocalSetting(SHORTCUTS_SETTING, isOn ? undefined : 'off');

/** The shortcut's key in upper case, as printed on keyboards. */
export const keyLabel = (action: KeyAction): string => keyForAction(action).toUpperCase();

export function changeKey(action: KeyAction, key: string): void {
  const { [action]: _before, ...others } = changedKeys();
  const next = key === DEFAULT_KEYS[action] ? others : { ...others, [action]: key };
  storeLocalSetting(
    CHANGED_KEYS_SETTING,
    Object.keys(next).length > 0 ? JSON.stringify(next) : undefined,
  );
}

export const resetKeys = (): void => storeLocalSetting(CHANGED_KEYS_SETTING, undefined);

/**
 * Why a key cannot be used for an action: `none` if it is not a single character (digits are reserved for the desk's
 * checklist), `taken` if another action uses it.
 */
export function keyProblem(action: KeyAction, key: string): 'none' | 'taken' | undefined {
  if (!/^[^\s\d]$/u.test(key)) return 'none';
  return KEY_ACTIONS.some((other) => other !== action && keyForAction(other) === key)
    ? 'taken'
    : undefined;
}
