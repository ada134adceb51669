import type { ReactNode, RefObject } from 'react';
import type { ChannelData, ChannelMessage } from '../list/message-history.graphql';

/** The people whom a text mentions. Undefined if the list of people is not loaded. */
export interface Mentions {
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
}

export const NO_MENTIONS: Mentions = { mentionIds: [], mentionsAll: false };

export interface MentionPickerProps {
  channel: ChannelData;
  text: string;
  onText: (text: string) => void;
  /** Called with the mentions whenever they change. */
  onNaming: (naming: Mentions) => void;
}

export interface MentionTextProps {
  message: ChannelMessage;
  text: string;
  meId: string;
  /** The plain text, shown until the names are loaded. */
  children?: ReactNode;
}

/** The mentions of a text; none if it contains no `@`. */
export const currentMentions = (text: string, { current }: RefObject<Mentions>): Mentions =>
  text.includes('@') ? current : NO_MENTIONS;
