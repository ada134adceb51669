import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import type { ObjectLiteral } from 'typeorm';
import {
  type ContentAuthor,
  ContentAuthorRegistryService,
  type BlockableContentType,
} from '#introductions/content-author-registry.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { ReportedFileMetadata } from './reported-file-metadata.view.js';

/** Kinds of reportable content. Each is a policy subject with the action `report`. */
export enum ReportableContentType {
  Profile = 'Profile',
  Membership = 'Membership',
  Introduction = 'Introduction',
  Suggestion = 'Suggestion',
  Message = 'Message',
  Group = 'Group',
  Organisation = 'Organisation',
  Application = 'Application',
  Supporter = 'Supporter',
}
registerEnumType(ReportableContentType, { name: 'Reportable' });

/** The copy of the content that a report stores. */
export interface ReportedContentCopy {
  /** The reported text at the time of the report. */
  readonly forwarded: string;
  /** Surrounding text that a moderator needs to understand the reported text. */
  readonly context: string;
  /** The reported picture as displayed: WebP in base64. */
  readonly picture?: string | null;
  /** The files of a reported message. */
  readonly files?: readonly ReportedFileMetadata[] | null;
  /** Accounts of other authors of the forwarded text, and of the other people of a case. */
  readonly namedIds?: readonly string[];
}

/** Describes how one kind of content is reported and removed. */
export interface ReportableContentHandler {
  /** Returns the responsible member, if that is not the author of the row. */
  authorOf?(row: ObjectLiteral, viewer: Viewer): Promise<ContentAuthor>;
  /** Copies the content. `chosen` are ids of surrounding messages to include; default: the nearest. */
  forward(
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<ReportedContentCopy>;
  /** The UUID that identifies the content if the row may later show other content; default: the row's id. */
  keyOf?(row: ObjectLiteral): string;
  /** Whether the reporter must write a note, because nothing else is forwarded. */
  readonly needsNote?: true;
  /** Removes the content with this key, in the open transaction. */
  remove(key: string): Promise<void>;
}

@Injectable()
export class ReportableContentRegistry {
  private readonly kinds = new Map<ReportableContentType, ReportableContentHandler>();

  constructor(private readonly authors: ContentAuthorRegistryService) {}

  register(name: ReportableContentType, kind: ReportableContentHandler): void {
    this.kinds.set(name, kind);
  }

  of(name: ReportableContentType): ReportableContentHandler {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`${name} cannot be reported`);
    return kind;
  }

  /** Returns the responsible member and the copy of a row that the viewer may report. */
  async take(
    name: ReportableContentType,
    row: ObjectLiteral,
    viewer: Viewer,
    chosen?: readonly string[] | null,
  ): Promise<{ author: ContentAuthor; forwarded: ReportedContentCopy }> {
    const kind = this.of(name);
    const author = kind.authorOf
      ? await kind.authorOf(row, viewer)
      : await this.authors.of(name as unknown as BlockableContentType, row, viewer);
    return { author, forwarded: await kind.forward(row, viewer, chosen) };
  }
}
