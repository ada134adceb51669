/** An emoji with its count, and whether the viewer reacted with it. */
export interface ReactionCount {
  readonly emoji: string;
  readonly count: number;
  readonly isOwn: boolean;
}

interface Reacted {
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly ownReactions: readonly string[];
}

/** An outbox entry. */
interface Waiting {
  readonly reaction?: { readonly emoji: string; readonly isOn: boolean } | undefined;
}

/** The reactions to a message after the queued changes. */
export function reactionsWithQueued(
  { reactions, ownReactions }: Reacted,
  queued: readonly Waiting[],
): ReactionCount[] {
  const shown = new Map<string, ReactionCount>();
  for (const { emoji, count } of reactions)
    shown.set(emoji, { emoji, count, isOwn: ownReactions.includes(emoji) });
  for (const { reaction } of queued) {
    if (!reaction) continue;
    const { emoji, isOn } = reaction;
    const { count, isOwn } = shown.get(emoji) ?? { count: 0, isOwn: false };
    shown.set(emoji, { emoji, isOwn: isOn, count: count + Number(isOn) - Number(isOwn) });
  }
  return [...shown.values()].filter(({ count }) => count > 0);
}
