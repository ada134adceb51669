import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { type Author, Authors, type Blockable } from '#introductions/authors.service.js';
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

  constructor(private readonly authors: Authors) {}

  register(name: Blockable, kind: ReportableKind): void {
    this.kinds.set(name, kind);
  }

  of(name: Blockable): ReportableKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`${name} cannot be reported`);
    return kind;
  }

  /** Who stands behind a row that the viewer may report, and what of it goes to the desk. */
  async take(
    name: Blockable,
    row: ObjectLiteral,
    viewer: Viewer,
  ): Promise<{ author: Author; forwarded: Forwarded }> {
    const author = await this.authors.of(name, row, viewer);
    return { author, forwarded: await this.of(name).forward(row, viewer) };
  }
}
