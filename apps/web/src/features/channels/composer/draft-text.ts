/** The stored draft; text typed before it was read follows on a line of its own. */
export const withTyped = (kept: string, typed: string | undefined): string =>
  typed ? `${kept}\n${typed}` : kept;

/** By channel, the first line of its draft. */
export type DraftLines = ReadonlyMap<string, string>;

const firstLine = (text: string): string =>
  text.split('\n').find((line) => line.trim() !== '') ?? '';

/** Takes drafts by their feed (`feedKey`). The draft of the general feed comes before those of topics. */
export function linesOf(drafts: ReadonlyMap<string, string>): DraftLines {
  const lines = new Map<string, string>();
  for (const [feed, text] of [...drafts].toSorted(([a], [b]) => a.length - b.length)) {
    const channelId = feed.split(' ')[0]!;
    const line = firstLine(text);
    if (line !== '' && !lines.has(channelId)) lines.set(channelId, line);
  }
  return lines;
}
