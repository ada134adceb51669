import type { ReactNode, RefObject } from 'react';
import type { ChannelShown, Said } from '../list/channels.graphql';

/** Whom a text names; undefined where that could not be found out. */
export interface Naming {
  readonly mentionIds?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
}

export const NOBODY: Naming = { mentionIds: [], mentionsAll: false };

export interface NamingProps {
  channel: ChannelShown;
  text: string;
  onText: (text: string) => void;
  /** Hears whom the text names by now. */
  onNaming: (naming: Naming) => void;
}

export interface NamedProps {
  message: Said;
  text: string;
  meId: string;
  /** The text alone, until the names are there. */
  children?: ReactNode;
}

/** Without the sign nobody is named. */
export const namedIn = (text: string, { current }: RefObject<Naming>): Naming =>
  text.includes('@') ? current : NOBODY;
