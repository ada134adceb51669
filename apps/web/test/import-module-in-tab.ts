/**
 * Imports modules as a browser tab would. Their BroadcastChannel does not keep Node running. Everything else is plain
 * Node, so there is no IndexedDB and the device stores nothing.
 */
export async function importModuleInTab<T>(load: () => Promise<T>): Promise<T> {
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
