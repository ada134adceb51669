import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import type { Blockable } from '#introductions/authors.service.js';
import type { Viewer } from '#policy/viewer.js';

/** What a report takes with it. */
export interface Forwarded {
  /** The words that are reported, as they stand now. */
  readonly forwarded: string;
  /** What stands right around them and is needed to understand them. */
  readonly context: string;
}

/** How one kind of thing is reported, and how it is taken away. */
export interface ReportableKind {
  forward(row: ObjectLiteral, viewer: Viewer): Promise<Forwarded>;
  /** Takes the content away, in the open transaction. */
  remove(id: string): Promise<void>;
}

@Injectable()
export class Reportables {
  private readonly kinds = new Map<Blockable, ReportableKind>();

  register(name: Blockable, kind: ReportableKind): void {
    this.kinds.set(name, kind);
  }

  of(name: Blockable): ReportableKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`${name} cannot be reported`);
    return kind;
  }
}
