import { keepChoice } from '../../lib/device/storage';
import {
  CHANGED,
  changedKeys,
  DEFAULT_KEYS,
  KEY_ACTIONS,
  type KeyAction,
  keyOf,
  SWITCH,
} from '../../lib/page/keys';

export const turnSingleKeys = (isOn: boolean): void => keepChoice(SWITCH, isOn ? undefined : 'off');

/** As it stands on a keyboard. */
export const keyLabel = (action: KeyAction): string => keyOf(action).toUpperCase();

export function changeKey(action: KeyAction, key: string): void {
  const { [action]: _before, ...others } = changedKeys();
  const next = key === DEFAULT_KEYS[action] ? others : { ...others, [action]: key };
  keepChoice(CHANGED, Object.keys(next).length > 0 ? JSON.stringify(next) : undefined);
}

export const resetKeys = (): void => keepChoice(CHANGED, undefined);

/** Why a key cannot be given to an action: it is none, or another has it. 1 to 9 tick the checks at the desk. */
export function keyProblem(action: KeyAction, key: string): 'none' | 'taken' | undefined {
  if (!/^[^\s\d]$/u.test(key)) return 'none';
  return KEY_ACTIONS.some((other) => other !== action && keyOf(other) === key)
    ? 'taken'
    : undefined;
}
