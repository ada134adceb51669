// Lets a support file record the state at the moment in which a test fails, before anything is torn down.
const listeners = new Set();

/** Calls listener with the title of each failing test and waits for it. Returns a function that unsubscribes. */
export function onTestFailure(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function notifyTestFailure(title) {
  for (const listener of listeners) await listener(title);
}
