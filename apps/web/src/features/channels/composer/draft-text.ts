/** Merges a stored draft with text that was typed before the draft was loaded; that text follows on a new line. */
export const mergeDraft = (kept: string, typed: string | undefined): string =>
  typed ? `${kept}\n${typed}` : kept;

export type DraftLines = ReadonlyMap<string, string>;

const firstLine = (text: string): string =>
  text.split('\n').find((line) => line.trim() !== '') ?? '';

/** `drafts` is keyed by feed (`storedFeedKey`). The draft of the general feed takes precedence over those of topics. */
export function draftLinesOf(drafts: ReadonlyMap<string, string>): DraftLines {
  const lines = new Map<string, string>();
  for (const [feed, text] of [...drafts].toSorted(([a], [b]) => a.length - b.length)) {
    const channelId = feed.split(' ')[0]!;
    const line = firstLine(text);
    if (line !== '' && !lines.has(channelId)) lines.set(channelId, line);
  }
  return lines;
}
