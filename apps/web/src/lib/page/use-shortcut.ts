import { useEffect, useEffectEvent } from 'react';
import { actionForKey, type KeyAction } from './keyboard-shortcuts';

/** Calls `act` on the shortcut of an action while the component is mounted. */
export function useShortcut(action: KeyAction, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (actionForKey(event) !== action) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
