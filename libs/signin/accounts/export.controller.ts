import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsString, MaxLength } from 'class-validator';
import { AccessService } from '#access/access.service.js';
import { For } from '#access/for.decorator.js';
import { Account } from '#members/account.entity.js';
import { CredentialsService } from '../passwords/credentials.service.js';
import { DataExportService } from './data-export.service.js';
import { MAX_PASSWORD_LENGTH } from '../passwords/passwords.service.js';

class ExportBody {
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}

/**
 * Downloads the viewer's own data in the response. The server stores no copy of the export and creates no link to it.
 */
@For('anySignedIn')
@Controller('auth')
export class ExportController {
  constructor(
    private readonly access: AccessService,
    private readonly credentials: CredentialsService,
    private readonly exports: DataExportService,
  ) {}

  @Post('export')
  async export(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() { password }: ExportBody,
  ) {
    const viewer = req.viewer!;
    await this.access.load(Account, viewer.accountId, viewer, 'export');
    await this.credentials.assertOwn(viewer.accountId, password);
    const file = await this.exports.read(viewer.accountId);
    return reply
      .code(200)
      .header('content-disposition', 'attachment; filename="trama.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(file, null, 2));
  }
}
