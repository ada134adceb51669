/** Where a browser knows no such way, each tab is alone. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('trama') : undefined;

/** Tells every other tab of this device a word, never anything that was written or read. */
export const tellTabs = (word: string): void => channel?.postMessage(word);

/** Hears what other tabs tell. */
export const onTabs = (hear: (word: string) => void): void =>
  channel?.addEventListener('message', ({ data }) => hear(String(data)));
