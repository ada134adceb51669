/** How many reacted with an emoji, and whether the reader did. */
export interface ReactionShown {
  readonly emoji: string;
  readonly count: number;
  readonly isOwn: boolean;
}

interface Reacted {
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly ownReactions: readonly string[];
}

/** Of the outbox. */
interface Waiting {
  readonly reaction?: { readonly emoji: string; readonly isOn: boolean } | undefined;
}

/** The reactions to a message as they are once what waits in the outbox has gone. */
export function reactionsWith(
  { reactions, ownReactions }: Reacted,
  queued: readonly Waiting[],
): ReactionShown[] {
  const shown = new Map<string, ReactionShown>();
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
