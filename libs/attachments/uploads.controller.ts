import { Controller, Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AttachmentsService } from './attachments.service.js';
import { ResumableUploads } from './resumable-uploads.js';

/**
 * Receives files for messages in any number of pieces. Members send them; suspended members, applicants and guests only
 * in the thread of their case.
 */
@For('anySignedIn', 'guest')
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly uploads: ResumableUploads,
    private readonly attachments: AttachmentsService,
  ) {}

  @Post()
  create(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply);
  }

  @Head(':id')
  state(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    return this.answer(req, reply, id);
  }

  @Patch(':id')
  add(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string) {
    return this.answer(req, reply, id);
  }

  @Delete(':id')
  async end(@CurrentViewer() viewer: Viewer, @Res() reply: FastifyReply, @Param('id') id: string) {
    await this.attachments.discard(viewer, id);
    return reply.code(204).header('tus-resumable', '1.0.0').send();
  }

  private async answer(req: FastifyRequest, reply: FastifyReply, id?: string) {
    const { method, headers, body } = req;
    const viewer = req.viewer!;
    const incoming = { method, headers, body, viewer, ...(id !== undefined && { id }) };
    const { status, headers: said } = await this.uploads.answer(incoming);
    return reply.code(status).headers(said).send();
  }
}
