import { useEffect, useEffectEvent, useRef, useState } from 'react';

const HOLD_MS = 1200;
const SHIFTS_WITHIN_MS = 5000;

/** Calls `act` after Shift was pressed three times within five seconds, with no other key between. */
export function useTripleShift(act: () => void): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    let times: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      if (event.key !== 'Shift') return void (times = []);
      times = [...times, event.timeStamp].filter((at) => event.timeStamp - at < SHIFTS_WITHIN_MS);
      if (times.length >= 3) run();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}

/** Calls `act` after the button was held for 1.2 s. Spread `handlers` on the button; a short press still clicks. */
export function useLongPress(act: () => void) {
  const [isHolding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    setHolding(false);
  };
  const start = () => {
    setHolding(true);
    timer.current = setTimeout(act, HOLD_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers = {
    onPointerDown: start,
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  };
  return { isHolding, handlers };
}
