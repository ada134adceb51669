// Lets a support file record the state when a test fails, before the hooks of the test remove anything.
const listeners = new Set();

/**
 * Calls the listener with the title of each failing test and waits for it. Returns a function that unsubscribes the
 * listener.
 */
export function onTestFailure(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function notifyTestFailure(title) {
  for (const listener of listeners) await listener(title);
}
