import { isId } from '#kernel/ids.js';
import type { Message } from '../messages/message.entity.js';

export interface MentionInput {
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
}

/**
 * The people whom a message mentions. The ids are stored unverified; a later check finds out whether they belong to
 * readers of the channel.
 */
export interface Mentions {
  readonly ids: readonly string[];
  readonly all: boolean;
}

/** Reads the mentions of an input. Ignores malformed ids. */
export function parseMentions({ mentionIds, mentionsAll }: MentionInput): Mentions {
  const ids = (mentionIds ?? []).filter((id) => isId(id));
  return { ids: [...new Set(ids)], all: mentionsAll ?? false };
}

/** Returns the mentions after an edit, or null if the edit does not change them. */
export function changedMentions(
  message: Pick<Message, 'mentionIds' | 'mentionsAll'>,
  input: MentionInput,
): Pick<Message, 'mentionIds' | 'mentionsAll'> | null {
  const given = parseMentions(input);
  const mentionIds = input.mentionIds ? [...given.ids] : message.mentionIds;
  const mentionsAll = input.mentionsAll ?? message.mentionsAll;
  const isSame =
    mentionsAll === message.mentionsAll &&
    mentionIds.toSorted().join() === message.mentionIds.toSorted().join();
  return isSame ? null : { mentionIds, mentionsAll };
}
