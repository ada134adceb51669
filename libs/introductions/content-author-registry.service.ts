import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import type { Viewer } from '#policy/viewer.js';

/** Kinds of rows whose author can be blocked or reported. Each is a policy subject with both actions. */
export enum BlockableContentType {
  Profile = 'Profile',
  Introduction = 'Introduction',
  Message = 'Message',
}
registerEnumType(BlockableContentType, { name: 'Blockable' });

/** The member who is responsible for a row. */
export interface ContentAuthor {
  /** Null after the account was erased. */
  readonly accountId: string | null;
  /** The name that the viewer sees at this row. */
  readonly knownAs: string;
  /** The name of an author whom the viewer sees as a former member, for moderators alone. */
  readonly formerName?: string | null;
  /** The membership of such an author. The viewer must not learn which account it belongs to. */
  readonly formerMembershipId?: string | null;
  /** The membership of a persona, else null. The viewer must not learn which account it belongs to. */
  readonly personaId: string | null;
}

export type FindContentAuthor = (row: ObjectLiteral, viewer: Viewer) => Promise<ContentAuthor>;

/** Registry in which libraries declare how to find the author of their rows. */
@Injectable()
export class ContentAuthorRegistryService {
  private readonly kinds = new Map<BlockableContentType, FindContentAuthor>();

  register(name: BlockableContentType, authorOf: FindContentAuthor): void {
    this.kinds.set(name, authorOf);
  }

  of(name: BlockableContentType, row: ObjectLiteral, viewer: Viewer): Promise<ContentAuthor> {
    const authorOf = this.kinds.get(name);
    if (!authorOf) throw new Error(`Nobody said who stands behind a ${name}`);
    return authorOf(row, viewer);
  }
}
