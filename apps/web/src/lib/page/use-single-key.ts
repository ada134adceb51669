import { useEffect, useEffectEvent } from 'react';
import { actionOf, type KeyAction } from './keys';

/** Calls `act` on the shortcut of an action while the component is mounted. */
export function useSingleKey(action: KeyAction, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (actionOf(event) !== action) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
