import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '#access/for.decorator.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { INERT_PICTURE_HEADERS, MAX_PICTURE_BYTES } from '#files/profile-pictures.service.js';
import { UploadsService } from '#files/uploads.service.js';
import { Unauthenticated } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { AvatarsService } from './avatars.service.js';

/** Upload and download of profile pictures. Both check the policy. */
@Controller()
export class AvatarsController {
  constructor(
    private readonly avatars: AvatarsService,
    private readonly uploads: UploadsService,
    private readonly viewers: ViewerLoader,
  ) {}

  @Post('uploads/avatar')
  async upload(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const { accountId } = req.viewer!;
    const now = () => this.viewers.fromCookie(req.headers.cookie, false);
    const upload = {
      headers: req.headers,
      body: req.body,
      isAllowed: async () => (await now())?.standing === 'member',
    };
    const { text, version } = await this.uploads.take(
      accountId,
      upload,
      MAX_PICTURE_BYTES,
      async (bytes) => {
        // Loads the viewer again, because the session may have ended during a long upload.
        const viewer = await now();
        if (!viewer) throw new Unauthenticated();
        return this.avatars.put(viewer, bytes);
      },
    );
    return reply.code(200).send({ avatar: text, version });
  }

  @Get('files/avatar/:name/:size')
  async read(
    @Param('name') name: string,
    @Param('size') size: string,
    @CurrentViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ) {
    const bytes = await this.avatars.read(viewer, name, size);
    return reply.code(200).headers(INERT_PICTURE_HEADERS).type('image/webp').send(bytes);
  }
}
