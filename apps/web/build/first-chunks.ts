interface Module {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
}
type Modules = { getModuleInfo: (id: string) => Module | null };

/** What every signed-in page needs of others' code; it changes seldom, so it is kept apart. */
const VENDOR =
  /node_modules\/(react|react-dom|scheduler|react-router|urql|@urql|wonka|@0no-co|@lingui)\//;
/**
 * So small, and on so many pages, that a file of their own would weigh more than they do; and what must be there without a
 * network: whoever lost a channel meanwhile is given back what never went out.
 */
export const COMMON = [
  'features/channels/channel/channel-bar.tsx',
  'features/channels/channel/gone.tsx',
  'lib/server/later.tsx',
  'ui/display/clock-time.tsx',
  'ui/display/relative-time.tsx',
  'ui/messages/composer.tsx',
  'ui/messages/marked-text.tsx',
  'ui/page/load-more.tsx',
];

/**
 * Names the chunk of what the app needs from its first moment on, so that it comes as two files and not as thirty: what
 * is imported on the way from `app.html`, and from no other entry, and what most pages share. What the page itself names
 * stays its entry. Others' code is never in `shell`: the two would need each other, and neither could begin.
 */
export function firstChunk(id: string, modules: Modules): 'vendor' | 'shell' | null {
  if (VENDOR.test(id)) return 'vendor';
  if (COMMON.some((path) => id.endsWith(`/src/${path}`))) return 'shell';
  const isMade = id.startsWith('\0'); // by the bundler, for every entry
  const [entry, ...others] = entriesOf(id, modules);
  if (isMade || !entry?.endsWith('app.html') || others.length > 0) return null;
  if (id.includes('/node_modules/')) return 'vendor';
  return modules.getModuleInfo(id)?.importers.includes(entry) || id === entry ? null : 'shell';
}

/** The entries from which a module is reached without anybody asking for it later. */
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
