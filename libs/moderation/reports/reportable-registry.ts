import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import { type Author, AuthorsService, type Blockable } from '#introductions/authors.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { ForwardedFile } from './forwarded-file.view.js';

/** Kinds of reportable content. Each is a policy subject with the action `report`. */
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

/** The copy of the content that a report stores. */
export interface ForwardedContent {
  /** The reported text at the time of the report. */
  readonly forwarded: string;
  /** Surrounding text that is needed to understand it. */
  readonly context: string;
  /** The reported picture as displayed: WebP in base64. */
  readonly picture?: string | null;
  /** The files of a reported message. */
  readonly files?: readonly ForwardedFile[] | null;
  /** Accounts of other authors of the forwarded text. */
  readonly namedIds?: readonly string[];
}

/** Describes how one kind of content is reported and removed. */
export interface ReportableKind {
  /** Returns the responsible member, if that is not the author of the row. */
  authorOf?(row: ObjectLiteral, viewer: Viewer): Promise<Author>;
  /** Copies the content. `chosen` are ids of surrounding messages to include; default: the nearest. */
  forward(
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<ForwardedContent>;
  /** The UUID that identifies the content if the row may later show other content; default: the row's id. */
  keyOf?(row: ObjectLiteral): string;
  /** Removes the content with this key, in the open transaction. */
  remove(key: string): Promise<void>;
}

@Injectable()
export class ReportableRegistry {
  private readonly kinds = new Map<Reportable, ReportableKind>();

  constructor(private readonly authors: AuthorsService) {}

  register(name: Reportable, kind: ReportableKind): void {
    this.kinds.set(name, kind);
  }

  of(name: Reportable): ReportableKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`${name} cannot be reported`);
    return kind;
  }

  /** Returns the responsible member and the copy of a row that the viewer may report. */
  async take(
    name: Reportable,
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<{ author: Author; forwarded: ForwardedContent }> {
    const kind = this.of(name);
    const author = kind.authorOf
      ? await kind.authorOf(row, viewer)
      : await this.authors.of(name as unknown as Blockable, row, viewer);
    return { author, forwarded: await kind.forward(row, viewer, chosen) };
  }
}
