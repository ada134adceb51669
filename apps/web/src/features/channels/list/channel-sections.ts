interface Placed {
  readonly isEnded: boolean;
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly kind?: 'group' | 'coalition';
    readonly picture?: string | null;
  } | null;
  readonly lastMessage?: { readonly createdAt: string } | null;
}

export interface ChannelSection<C> {
  readonly key: string;
  /** Name of the group; null for conversations. */
  readonly name: string | null;
  /** Whether the section is of a coalition. */
  readonly isCoalition: boolean;
  /** Picture of the group, if it has one. */
  readonly picture: string | null;
  readonly channels: readonly C[];
}

const momentOf = ({ lastMessage }: Placed): number =>
  lastMessage ? Date.parse(lastMessage.createdAt) : 0;

const keyOf = ({ group, isEnded }: Placed): string =>
  group?.id ?? (isEnded ? 'ended' : 'conversations');

const PLACES = ['conversations', 'ended'];

/**
 * Sections by group with the last active channel first; groups in the same order, then conversations (also when empty,
 * since one can be started there), then ended conversations.
 */
export function channelSections<C extends Placed>(channels: readonly C[]): ChannelSection<C>[] {
  const sections = new Map<string, C[]>([['conversations', []]]);
  for (const channel of [...channels].sort((a, b) => momentOf(b) - momentOf(a))) {
    const key = keyOf(channel);
    sections.set(key, [...(sections.get(key) ?? []), channel]);
  }
  return [...sections]
    .map(([key, listed]) => {
      const group = listed[0]?.group;
      const isCoalition = group?.kind === 'coalition';
      const { name = null, picture = null } = group ?? {};
      return { key, name, isCoalition, picture, channels: listed };
    })
    .sort((a, b) => PLACES.indexOf(a.key) - PLACES.indexOf(b.key));
}

/** All channels in the order of the sections. */
export const channelsInOrder = <C extends Placed>(channels: readonly C[]): C[] =>
  channelSections(channels).flatMap((section) => section.channels);
