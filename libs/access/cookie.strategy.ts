import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import type { Viewer } from '#policy/viewer.js';
import { ViewerLoader } from './viewer.loader.js';

/** Not named 'session': passport keeps that name for its own. */
@Injectable()
export class CookieStrategy extends PassportStrategy(Strategy, 'cookie') {
  constructor(private readonly viewers: ViewerLoader) {
    super();
  }

  async validate(req: FastifyRequest): Promise<Viewer | false> {
    return (await this.viewers.fromCookie(req.headers.cookie)) ?? false;
  }
}
