import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import type { Viewer } from '#policy/viewer.js';

/** From where somebody can be blocked; each is a subject of the policy with the action `block`. */
export enum Blockable {
  Profile = 'Profile',
  Introduction = 'Introduction',
  Message = 'Message',
}
registerEnumType(Blockable, { name: 'Blockable' });

export interface Blocked {
  readonly accountId: string;
  /** The name under which the viewer met them there. */
  readonly knownAs: string;
}

/** Whom a row stands for; null: somebody under a persona, whose account must not be learned from blocking it. */
export type WhoIs = (row: ObjectLiteral, viewer: Viewer) => Promise<Blocked | null>;

/** Libraries register here whom their rows stand for. */
@Injectable()
export class Blockables {
  private readonly kinds = new Map<Blockable, WhoIs>();

  register(name: Blockable, whoIs: WhoIs): void {
    this.kinds.set(name, whoIs);
  }

  of(name: Blockable): WhoIs {
    const whoIs = this.kinds.get(name);
    if (!whoIs) throw new Error(`Nobody said whom a ${name} stands for`);
    return whoIs;
  }
}
