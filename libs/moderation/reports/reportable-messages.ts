import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import {
  MessageContextService,
  type NearMessage,
} from '#channels/messages/message-context.service.js';
import { Message } from '#channels/messages/message.entity.js';
import { MessageDeletionService } from '#channels/messages/message-deletion.service.js';
import {
  BlockableContentType,
  type ContentAuthor,
  ContentAuthorRegistryService,
} from '#introductions/content-author-registry.service.js';
import { Invalid } from '#kernel/errors.js';
import { Viewer } from '#policy/viewer.js';
import { toReportedFile } from './reported-file-metadata.view.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';
import { ReportedCaseMessages } from './reported-case-messages.js';

/**
 * Registers messages as reportable, together with surrounding messages that the reporter can read and selects. A message
 * of a case is forwarded alone.
 */
@Injectable()
export class ReportableMessages implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly access: AccessService,
    private readonly deletion: MessageDeletionService,
    private readonly around: MessageContextService,
    private readonly authors: ContentAuthorRegistryService,
    private readonly ofCases: ReportedCaseMessages,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Message, {
      authorOf: (row, viewer) => this.authorOf(row, viewer),
      forward: (row, viewer, chosen) =>
        isOfThread(row)
          ? this.ofCases.copy(row as Message, viewer, chosen)
          : this.withContext(row, viewer, chosen),
      remove: (id) => this.takeAway(id),
    });
  }

  /** Removes a reported message. Does nothing if the message has already expired. */
  private async takeAway(id: string): Promise<void> {
    const system = Viewer.system('moderation takes away what was reported');
    if (await this.access.may('Message', id, system)) await this.deletion.remove(system, id);
  }

  /** The messages that may be included in a report of this message. */
  async offered(viewer: Viewer, messageId: string): Promise<NearMessage[]> {
    const message = await this.access.load(Message, messageId, viewer, 'report');
    return isOfThread(message) ? [] : this.around.of(message, viewer);
  }

  private authorOf(row: ObjectLiteral, viewer: Viewer): Promise<ContentAuthor> {
    if (isOfThread(row)) return this.ofCases.authorOf(row as Message, viewer);
    return this.authors.of(BlockableContentType.Message, row, viewer);
  }

  private async withContext(row: ObjectLiteral, viewer: Viewer, chosen?: readonly string[] | null) {
    const message = row as Permitted<Message, 'report'>;
    const near = await this.around.of(message, viewer);
    const ids = chosen ?? near.filter(({ isNearest }) => isNearest).map(({ id }) => id);
    const taken = near.filter(({ id }) => ids.includes(id));
    if (taken.length < new Set(ids).size) throw new Invalid('input', { contextIds: 'isIn' });
    const context = taken.map(asSaid).join('\n');
    const namedIds = await this.around.authorsOf(taken);
    const { body: forwarded, attachments } = message;
    return { forwarded, files: attachments?.map(toReportedFile) ?? null, context, namedIds };
  }
}

const isOfThread = (row: ObjectLiteral): boolean => (row as Message).participationId !== null;

/**
 * Formats a message with a mark before continued lines and file names, so that they cannot pass for messages of another
 * author.
 */
const asSaid = ({ authorName, body, fileNames }: NearMessage): string =>
  [`${authorName}: ${body.replaceAll('\n', '\n│ ')}`, ...fileNames.map((name) => `└ ${name}`)].join(
    '\n',
  );
