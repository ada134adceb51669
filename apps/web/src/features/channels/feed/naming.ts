import type { ReactNode, RefObject } from 'react';
import type { ChannelShown, Said } from '../list/channels.graphql';

/** The people whom a text mentions. Undefined if the list of people is not loaded. */
export interface Naming {
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
}

export const NOBODY: Naming = { mentionIds: [], mentionsAll: false };

export interface NamingProps {
  channel: ChannelShown;
  text: string;
  onText: (text: string) => void;
  /** Called with the mentions whenever they change. */
  onNaming: (naming: Naming) => void;
}

export interface NamedProps {
  message: Said;
  text: string;
  meId: string;
  /** The plain text, shown until the names are loaded. */
  children?: ReactNode;
}

/** The mentions of a text; none if it contains no `@`. */
export const namedIn = (text: string, { current }: RefObject<Naming>): Naming =>
  text.includes('@') ? current : NOBODY;
