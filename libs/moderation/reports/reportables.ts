import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import { type Author, Authors, type Blockable } from '#introductions/authors.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { ForwardedFile } from './forwarded-file.view.js';

/** What can be reported; each is a subject of the policy with that action. */
export enum Reportable {
  Profile = 'Profile',
  Membership = 'Membership',
  Introduction = 'Introduction',
  Suggestion = 'Suggestion',
  Message = 'Message',
  Group = 'Group',
  Organisation = 'Organisation',
  Application = 'Application',
}
registerEnumType(Reportable, { name: 'Reportable' });

/** What a report takes with it. */
export interface Forwarded {
  /** The words that are reported, as they stand now. */
  readonly forwarded: string;
  /** What stands right around them and is needed to understand them. */
  readonly context: string;
  /** The picture that is reported, as it is shown: WebP in base64. */
  readonly picture?: string | null;
  /** The files of the message that is reported. */
  readonly files?: readonly ForwardedFile[] | null;
  /** The accounts of whoever else wrote some of it. */
  readonly namedIds?: readonly string[];
}

/** How one kind of thing is reported, and how it is taken away. */
export interface ReportableKind {
  /** Who answers for it, where that is not who made it. */
  authorOf?(row: ObjectLiteral, viewer: Viewer): Promise<Author>;
  /** `chosen` are ids of what stands around it that go along; the nearest unless told. */
  forward(
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<Forwarded>;
  /** What is reported, as a uuid, where the row may show another thing later; the row's id unless told. */
  keyOf?(row: ObjectLiteral): string;
  /** Takes the content of that key away, in the open transaction. */
  remove(key: string): Promise<void>;
}

@Injectable()
export class Reportables {
  private readonly kinds = new Map<Reportable, ReportableKind>();

  constructor(private readonly authors: Authors) {}

  register(name: Reportable, kind: ReportableKind): void {
    this.kinds.set(name, kind);
  }

  of(name: Reportable): ReportableKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`${name} cannot be reported`);
    return kind;
  }

  /** Who answers for a row that the viewer may report, and what of it goes to the desk. */
  async take(
    name: Reportable,
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<{ author: Author; forwarded: Forwarded }> {
    const kind = this.of(name);
    const author = kind.authorOf
      ? await kind.authorOf(row, viewer)
      : await this.authors.of(name as unknown as Blockable, row, viewer);
    return { author, forwarded: await kind.forward(row, viewer, chosen) };
  }
}
