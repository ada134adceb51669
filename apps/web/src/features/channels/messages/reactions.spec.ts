import fc from 'fast-check';
import { reactionsWithQueued } from './reactions';

const reaction = (emoji: string, isOn: boolean) => ({ reaction: { emoji, isOn } });
const message = (reactions: Record<string, number>, ownReactions: readonly string[] = []) => ({
  reactions: Object.entries(reactions).map(([emoji, count]) => ({ emoji, count })),
  ownReactions,
});

describe('reactions to a message, with queued changes', () => {
  it('the reactions are those of the server when the outbox is empty', () => {
    expect(reactionsWithQueued(message({ '👍': 2, '🌱': 1 }, ['🌱']), [])).toEqual([
      { emoji: '👍', count: 2, isOwn: false },
      { emoji: '🌱', count: 1, isOwn: true },
    ]);
  });

  it("the viewer's queued reaction appears at once, after the existing ones", () => {
    expect(
      reactionsWithQueued(message({ '👍': 2 }), [reaction('🌱', true), reaction('👍', true)]),
    ).toEqual([
      { emoji: '👍', count: 3, isOwn: true },
      { emoji: '🌱', count: 1, isOwn: true },
    ]);
  });

  it("the viewer's reaction disappears when its removal is queued", () => {
    const before = message({ '👍': 2, '🌱': 1 }, ['👍', '🌱']);
    expect(reactionsWithQueued(before, [reaction('👍', false), reaction('🌱', false)])).toEqual([
      { emoji: '👍', count: 1, isOwn: false },
    ]);
  });

  it('a queued reaction that the server already counts is counted once', () => {
    expect(reactionsWithQueued(message({ '👍': 2 }, ['👍']), [reaction('👍', true)])).toEqual([
      { emoji: '👍', count: 2, isOwn: true },
    ]);
  });

  it('queued edits do not change the reactions', () => {
    expect(reactionsWithQueued(message({ '👍': 1 }), [{}])).toHaveLength(1);
  });

  it('the last queued change of each emoji wins', () => {
    const emoji = fc.constantFrom<string[]>('👍', '🌱', '❤️');
    const others = fc.dictionary(emoji, fc.nat({ max: 3 }));
    const queued = fc.array(fc.tuple(emoji, fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(others, fc.uniqueArray(emoji), queued, (others, own, changes) => {
        const counts: Record<string, number> = { ...others };
        for (const one of own) counts[one] = (counts[one] ?? 0) + 1;
        const waiting = changes.map((change) => reaction(...change));
        const shown = reactionsWithQueued(message(counts, own), waiting);
        for (const one of ['👍', '🌱', '❤️']) {
          const isOwn = changes.findLast(([emoji]) => emoji === one)?.[1] ?? own.includes(one);
          const count = (others[one] ?? 0) + Number(isOwn);
          const found = shown.find((reaction) => reaction.emoji === one);
          expect(found).toEqual(count > 0 ? { emoji: one, count, isOwn } : undefined);
        }
      }),
    );
  });
});
