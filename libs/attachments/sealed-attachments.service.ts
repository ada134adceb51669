import { Injectable, Logger } from '@nestjs/common';
import { NotFound } from '#kernel/errors.js';
import type { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { KeyedFile } from '#kernel/sealing/keyed-file.js';
import {
  type AttachmentDetails,
  type AttachmentView,
  NO_DETAILS,
  type SealedAttachment,
  type StoredAttachment,
} from './attachment.entity.js';

const logger = new Logger('Attachments');

export const isSealed = (file: StoredAttachment): file is SealedAttachment => 'sealed' in file;

/** Seals and opens the files of one thread with the key of its case. Everything is bound to the thread and the file. */
export class AttachmentBox {
  constructor(
    private readonly box: KeyedBox,
    private readonly channelId: string,
  ) {}

  sealDetails(id: string, details: AttachmentDetails): Buffer {
    return this.box.encrypt(this.contextOf(id), details);
  }

  /** Throws if the box was altered or moved. */
  openDetails(id: string, sealed: Buffer): AttachmentDetails {
    return this.box.decrypt<AttachmentDetails>(this.contextOf(id), sealed);
  }

  /** The public data of a file. If its box cannot be opened, the file has no name, and other files are not affected. */
  view({ sealed, ...file }: SealedAttachment): AttachmentView {
    return { ...file, ...this.detailsOrNone(file.id, sealed), isTextByAuthor: true };
  }

  sealParts(id: string, parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
    return new Map(
      [...parts].map(([part, bytes]) => [part, this.fileOf(id, part).encrypt(bytes)] as const),
    );
  }

  /** Encrypts and decrypts one part of a file. */
  fileOf(id: string, part: string): KeyedFile {
    const key = this.box.keyFor('attachment files');
    return new KeyedFile(key, `${this.channelId} ${id} ${part}`);
  }

  /** Key of the bytes of unfinished uploads. */
  get uploadKey(): Buffer {
    return this.box.keyFor('upload parts');
  }

  private detailsOrNone(id: string, sealed: string): AttachmentDetails {
    try {
      return this.openDetails(id, Buffer.from(sealed, 'base64'));
    } catch {
      logger.error(`the details of attachment ${id} cannot be opened`);
      return NO_DETAILS;
    }
  }

  private contextOf(id: string): string {
    return `attachment.sealed ${this.channelId} ${id}`;
  }
}

/** A thread whose files are sealed. */
export interface SealedPlace {
  readonly box: AttachmentBox;
  readonly caseId: string;
}

type FindPlace = (channelId: string) => Promise<SealedPlace | null>;

/** Gives access to the keys of threads, which belong to another library. It registers at startup. */
@Injectable()
export class SealedAttachmentsService {
  private find: FindPlace = () => Promise.resolve(null);

  register(find: FindPlace): void {
    this.find = find;
  }

  /** Throws NotFound if the case was destroyed. */
  async placeOf(channelId: string): Promise<SealedPlace> {
    const place = await this.find(channelId);
    if (!place) throw new NotFound();
    return place;
  }

  async boxOf(channelId: string): Promise<AttachmentBox> {
    return (await this.placeOf(channelId)).box;
  }

  /** The public data of a file. */
  async view(channelId: string | null, file: StoredAttachment): Promise<AttachmentView> {
    if (!isSealed(file) || channelId === null) return file as AttachmentView;
    return (await this.boxOf(channelId)).view(file);
  }
}
