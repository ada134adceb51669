interface Module {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}
type Modules = { getModuleInfo: (id: string) => Module | null };

/**
 * Third-party code that every signed-in page needs. It changes seldom, so it gets a chunk of its own that stays cached.
 */
const VENDOR =
  /node_modules\/(react|react-dom|scheduler|react-router|urql|@urql|wonka|@0no-co|@lingui)\//;
/**
 * Modules that many pages use and that are too small for a chunk of their own, and modules that must be available
 * offline: a member who lost a channel gets unsent messages back without a network.
 */
export const SHELL_MODULES = [
  'features/channels/channel/channel-bar.tsx',
  'features/channels/channel/channel-unavailable.tsx',
  'lib/server/lazy-component.tsx',
  'ui/display/clock-time.tsx',
  'ui/display/relative-time.tsx',
  'ui/messages/composer.tsx',
  'ui/messages/markdown-text.tsx',
  'ui/page/load-more.tsx',
];

/**
 * Returns the chunk for modules that the app needs at start, so that the browser loads two files instead of thirty.
 * `shell` holds modules that only `app.html` reaches and the modules in `SHELL_MODULES`; direct imports of `app.html` stay in
 * its entry chunk. Third-party code goes to `vendor`, never to `shell`: two chunks that import each other could not
 * start.
 */
export function startChunkName(id: string, modules: Modules): 'vendor' | 'shell' | null {
  if (VENDOR.test(id)) return 'vendor';
  if (SHELL_MODULES.some((path) => id.endsWith(`/src/${path}`))) return 'shell';
  const isMade = id.startsWith('\0'); // the bundler makes such a module for every entry
  const [entry, ...others] = entriesOf(id, modules);
  if (isMade || !entry?.endsWith('app.html') || others.length > 0) return null;
  if (id.includes('/node_modules/')) return 'vendor';
  return modules.getModuleInfo(id)?.importers.includes(entry) || id === entry ? null : 'shell';
}

/** Entries that reach a module through static imports. */
function entriesOf(id: string, modules: Modules): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (one: string) => {
    const info = modules.getModuleInfo(one);
    if (!info || seen.has(one)) return;
    seen.add(one);
    if (info.isEntry) found.push(one);
    info.importers.forEach(visit);
  };
  visit(id);
  return found;
}
