import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '#access/for.decorator.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { INERT_PICTURE_HEADERS, MAX_PICTURE_BYTES } from '#files/profile-pictures.service.js';
import { UploadsService } from '#files/uploads.service.js';
import { Unauthenticated } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupPicturesService } from './group-pictures.service.js';

/** Uploads and serves pictures of groups; the policy is checked for each request. */
@Controller()
export class GroupPicturesController {
  constructor(
    private readonly pictures: GroupPicturesService,
    private readonly uploads: UploadsService,
    private readonly viewers: ViewerLoader,
  ) {}

  @Post('uploads/group/:groupId')
  async upload(
    @Param('groupId') groupId: string,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = () => this.viewers.fromCookie(req.headers.cookie, false);
    const upload = {
      headers: req.headers,
      body: req.body,
      isAllowed: async () => (await now())?.standing === 'member',
    };
    const work = async (bytes: Buffer) => {
      // The session may have ended during a long upload.
      const viewer = await now();
      if (!viewer) throw new Unauthenticated();
      return this.pictures.put(viewer, groupId, bytes);
    };
    const { accountId } = req.viewer!;
    const picture = await this.uploads.take(accountId, upload, MAX_PICTURE_BYTES, work);
    return reply.code(200).send({ picture });
  }

  @Get('files/group/:name/:size')
  async read(
    @Param('name') name: string,
    @Param('size') size: string,
    @CurrentViewer() viewer: Viewer,
    @Res() reply: FastifyReply,
  ) {
    const bytes = await this.pictures.read(viewer, name, size);
    return reply.code(200).headers(INERT_PICTURE_HEADERS).type('image/webp').send(bytes);
  }
}
