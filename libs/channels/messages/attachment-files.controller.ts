import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { DownloadsService } from '#files/downloads.service.js';
import { Unauthenticated } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageAttachmentsService } from './message-attachments.service.js';

/**
 * Serves the files of messages. The policy is checked at each request and again while a file is being sent. Suspended
 * members, applicants and guests read those in the thread of their case.
 */
@For('anySignedIn', 'guest')
@Controller()
export class AttachmentFilesController {
  constructor(
    private readonly attachments: MessageAttachmentsService,
    private readonly downloads: DownloadsService,
    private readonly viewers: ViewerLoader,
  ) {}

  @Get('files/:id/:part')
  async read(
    @Param() { id, part }: { id: string; part: string },
    @CurrentViewer() viewer: Viewer,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!(await this.downloads.begin(viewer.accountId, reply.raw))) return;
    const { cookie } = req.headers;
    const now = await this.now(cookie);
    if (!now) throw new Unauthenticated();
    const file = await this.attachments.open(now, id, part);
    const mayRead = async () => {
      const reader = await this.now(cookie);
      return reader !== undefined && this.attachments.isThere(reader, id);
    };
    return this.downloads.send(req, reply, file, mayRead);
  }

  /**
   * Loads the viewer's current rights again: the request may have waited for a slot, and a long download takes time.
   */
  private now(cookie: string | undefined): Promise<Viewer | undefined> {
    return this.viewers.fromCookie(cookie, false);
  }
}
