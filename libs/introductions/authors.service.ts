import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import type { Viewer } from '#policy/viewer.js';

/** From where somebody can be blocked or reported; each is a subject of the policy with both actions. */
export enum Blockable {
  Profile = 'Profile',
  Introduction = 'Introduction',
  Message = 'Message',
}
registerEnumType(Blockable, { name: 'Blockable' });

/** Who stands behind a row. */
export interface Author {
  /** Null: that account is gone. */
  readonly accountId: string | null;
  /** The name under which the viewer met them there. */
  readonly knownAs: string;
  /** Their membership, under a persona: the viewer must not learn the account from what they do. Else null. */
  readonly personaId: string | null;
}

export type AuthorOf = (row: ObjectLiteral, viewer: Viewer) => Promise<Author>;

/** Libraries register here who stands behind their rows. */
@Injectable()
export class Authors {
  private readonly kinds = new Map<Blockable, AuthorOf>();

  register(name: Blockable, authorOf: AuthorOf): void {
    this.kinds.set(name, authorOf);
  }

  of(name: Blockable, row: ObjectLiteral, viewer: Viewer): Promise<Author> {
    const authorOf = this.kinds.get(name);
    if (!authorOf) throw new Error(`Nobody said who stands behind a ${name}`);
    return authorOf(row, viewer);
  }
}
