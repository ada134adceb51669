/** Without BroadcastChannel, each tab works alone. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('trama') : undefined;

/** Sends a short word to all other tabs of this device, never message text or other content. */
export const notifyTabs = (word: string): void => channel?.postMessage(word);

/** Subscribes to words from other tabs. */
export const onTabMessage = (hear: (word: string) => void): void =>
  channel?.addEventListener('message', ({ data }) => hear(String(data)));
