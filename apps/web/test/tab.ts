/**
 * Imports modules as a browser tab does. The channel between tabs that they open does not keep Node running; everything
 * else is what Node has, so there is no IndexedDB and the device stores nothing.
 */
export async function importInTab<T>(load: () => Promise<T>): Promise<T> {
  const { BroadcastChannel } = globalThis;
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      (this as unknown as { unref(): void }).unref();
    }
  };
  try {
    return await load();
  } finally {
    globalThis.BroadcastChannel = BroadcastChannel;
  }
}
