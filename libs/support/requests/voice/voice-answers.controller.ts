import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { DownloadsService } from '#files/downloads.service.js';
import type { Viewer } from '#policy/viewer.js';
import { DraftVoiceAnswersService } from './draft-voice-answers.service.js';
import { type OpenedNote, VoiceAnswerReadersService } from './voice-answer-readers.service.js';
import { VoiceUploadsService } from './voice-uploads.service.js';

/** Header with the key of an unsent note. A URL would put it into logs. */
const KEY_HEADER = 'x-trama-voice-key';
const FILE = { type: 'audio/webm', name: 'voz.webm' };

const keyIn = ({ headers }: FastifyRequest): string => String(headers[KEY_HEADER] ?? '');

/** Uploads and downloads voice notes of requests for support. */
@Controller()
export class VoiceAnswersController {
  constructor(
    private readonly uploads: VoiceUploadsService,
    private readonly drafts: DraftVoiceAnswersService,
    private readonly notes: VoiceAnswerReadersService,
    private readonly downloads: DownloadsService,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Stores a recording until the request is sent. Also for people without an account, where the instance allows it. */
  @For('anyone')
  @Post('uploads/voice-answers')
  async upload(
    @CurrentViewer() viewer: Viewer,
    @Req() { headers, body, ip }: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isAllowed = async () =>
      this.uploads.ownerOf(viewer) === null ||
      (await this.now(headers.cookie))?.accountId === viewer.accountId;
    const stored = await this.uploads.receive(viewer, ip, { headers, body, isAllowed });
    return reply.code(200).send(stored);
  }

  /** An unsent note, for the holder of its key. */
  @For('anyone')
  @Get('uploads/voice-answers/:id')
  async readDraft(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.drafts.open(this.uploads.ownerOf(viewer), id, keyIn(req));
    return this.downloads.send(req, reply, { ...FILE, opened }, () => Promise.resolve(true));
  }

  /** Deletes an unsent note. */
  @For('anyone')
  @Delete('uploads/voice-answers/:id')
  async discard(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.drafts.discard(this.uploads.ownerOf(viewer), id, keyIn(req));
    return reply.code(204).send();
  }

  /** A note of the viewer's own request. */
  @For('anySignedIn', 'guest')
  @Get('files/voice-answers/:id')
  async readOwn(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!(await this.downloads.begin(viewer.accountId, reply.raw))) return;
    return this.send(req, reply, await this.notes.openOwn(viewer, id));
  }

  /** A note of a case of the viewer. A HEAD request discloses nothing of it, and does not open the case. */
  @Get('files/case-voice-answers/:id')
  async readInCase(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!(await this.downloads.begin(viewer.accountId, reply.raw))) return;
    if (req.method === 'HEAD') {
      await this.notes.assertMayOpenInCase(viewer, id);
      return this.downloads.sendHead(reply, FILE);
    }
    return this.send(req, reply, await this.notes.openInCase(viewer, id));
  }

  private send(req: FastifyRequest, reply: FastifyReply, { opened, mayRead }: OpenedNote) {
    return this.downloads.send(req, reply, { ...FILE, opened }, async () => {
      const now = await this.now(req.headers.cookie);
      return now !== undefined && mayRead(now);
    });
  }

  private now(cookie: string | undefined): Promise<Viewer | undefined> {
    return this.viewers.fromCookie(cookie, false);
  }
}
