import { foldText } from '../../../lib/text/fold-text';
import type { ChannelPerson } from '../channel/channel-people.graphql';
import type { Mentions } from '../feed/mention-input';

/** Mentions of everybody, valid in every language of the interface. */
const ALL_WORDS = ['@canal', '@channel'];
export const MAX_SUGGESTIONS = 8;

/** The text after an `@` before the caret, and the index of that `@`; undefined if no mention is being typed. */
export function mentionBeforeCaret(
  text: string,
  caret: number,
): { at: number; words: string } | undefined {
  const found = /(?:^|[\s([{«"'¿¡])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { at: caret - found[1]!.length - 1, words: found[1]! } : undefined;
}

/** People whose name, or a word of it, starts with the typed text. */
export function suggestPeople(people: readonly ChannelPerson[], words: string): ChannelPerson[] {
  const start = foldText(words);
  const fits = ({ name }: ChannelPerson) => {
    const whole = foldText(name);
    return whole.startsWith(start) || whole.split(/\s+/).some((word) => word.startsWith(start));
  };
  return people.filter(fits).slice(0, MAX_SUGGESTIONS);
}

/** A piece of a text: plain (no `id`), the mention of a person, or the mention of everybody. */
export interface MentionTextPiece {
  readonly text: string;
  readonly id?: string;
  readonly isAll?: boolean;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** Splits a text at its mentions. If two names begin alike, the longer one matches. */
export function splitAtMentions(
  text: string,
  people: readonly ChannelPerson[],
  withAll: boolean,
): MentionTextPiece[] {
  const longest = people.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: MentionTextPiece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < from || isLetter(text[at - 1])) continue;
    const found = nameAt(text, at, longest, withAll);
    if (!found) continue;
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push(found);
    from = at + found.text.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function nameAt(
  text: string,
  at: number,
  people: readonly ChannelPerson[],
  withAll: boolean,
): MentionTextPiece | undefined {
  const isHere = (word: string) => text.startsWith(word, at) && !isLetter(text[at + word.length]);
  const all = withAll ? ALL_WORDS.find(isHere) : undefined;
  if (all) return { text: all, isAll: true };
  const person = people.find(({ name }) => name !== '' && isHere(`@${name}`));
  return person && { text: `@${person.name}`, id: person.id };
}

/** Returns the people whom a text mentions. If two people have the same name, the one chosen in the picker counts. */
export function mentionsIn(
  text: string,
  people: readonly ChannelPerson[],
  { chosen, mayAll }: { chosen: ReadonlyMap<string, string>; mayAll: boolean },
): Mentions {
  const known = people.toSorted((a, b) => rank(b, chosen) - rank(a, chosen));
  const pieces = splitAtMentions(text, known, mayAll);
  const mentionIds = [...new Set(pieces.flatMap(({ id }) => (id ? [id] : [])))];
  return { mentionIds, mentionsAll: pieces.some(({ isAll }) => isAll) };
}

const rank = ({ id, name }: ChannelPerson, chosen: ReadonlyMap<string, string>) =>
  chosen.get(name) === id ? 1 : 0;
