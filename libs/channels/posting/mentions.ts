import { isId } from '#kernel/ids.js';
import type { Message } from '../messages/message.entity.js';

export interface MentionInput {
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
}

/** Whom a message names. Ids are kept as they come: whether one is somebody's who reads the channel is asked later. */
export interface Mentions {
  readonly ids: readonly string[];
  readonly all: boolean;
}

/** What is no id names nobody, as an id that is nobody's. */
export function mentionsOf({ mentionIds, mentionsAll }: MentionInput): Mentions {
  const ids = (mentionIds ?? []).filter((id) => isId(id));
  return { ids: [...new Set(ids)], all: mentionsAll ?? false };
}

/** What an edit changes of whom a message names: null where it changes nothing. */
export function changedMentions(
  message: Pick<Message, 'mentionIds' | 'mentionsAll'>,
  input: MentionInput,
): Pick<Message, 'mentionIds' | 'mentionsAll'> | null {
  const given = mentionsOf(input);
  const mentionIds = input.mentionIds ? [...given.ids] : message.mentionIds;
  const mentionsAll = input.mentionsAll ?? message.mentionsAll;
  const isSame =
    mentionsAll === message.mentionsAll &&
    mentionIds.toSorted().join() === message.mentionIds.toSorted().join();
  return isSame ? null : { mentionIds, mentionsAll };
}
