// Lets a support file record what it can see at the moment in which a test fails, before anything is torn down.
const listeners = new Set();

/** Calls `listener` with the title of each test that fails from now on, and waits for it. Gives what ends that. */
export function onTestFailure(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function tellFailure(title) {
  for (const listener of listeners) await listener(title);
}
