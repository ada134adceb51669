import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '#access/for.decorator.js';
import { inertFile, rangeIn } from '#files/inert-file.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageAttachments } from './message-attachments.service.js';

/** Files of messages go out here, each time through the policy. */
@Controller()
export class AttachmentFilesController {
  constructor(private readonly attachments: MessageAttachments) {}

  @Get('files/:id/:part')
  async read(
    @Param() { id, part }: { id: string; part: string },
    @CurrentViewer() viewer: Viewer,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { bytes, type, name } = await this.attachments.read(viewer, id, part);
    const answer = rangeIn(bytes, headers.range);
    const said = { ...inertFile(name), ...answer.headers };
    return reply.code(answer.status).headers(said).type(type).send(answer.bytes);
  }
}
