import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { PublicSettingsService } from '#settings/public-settings.service.js';
import type { PublicPageAssets } from '../../web/public-pages/page-layout.js';
import { fillPageTemplate } from './fill-page-template.js';

/**
 * Sends the pages that the server renders for each request. Inserts the names of the built assets and sets headers that
 * forbid shared caches.
 */
@Injectable()
export class PublicPages {
  readonly assets: PublicPageAssets;
  private readonly isDemo: boolean;

  constructor(
    @InjectConfig() config: Config,
    private readonly settings: PublicSettingsService,
  ) {
    const file = join(config.webDir, 'public-assets.json');
    this.assets = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as PublicPageAssets)
      : NOT_BUILT;
    this.isDemo = config.isDemo;
  }

  send(reply: FastifyReply, page: string, status = 200): FastifyReply {
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .header('vary', 'cookie')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(fillPageTemplate(page, { ...this.settings.current(), isDemo: this.isDemo }));
  }
}

/** Used when the web app is not built, as in tests of the server alone; pages then have no styles. */
const NOT_BUILT: PublicPageAssets = {
  css: '/assets/public.css',
  js: '/assets/public.js',
  join: '/assets/join.js',
  app: { es: [], pt: [], en: [] },
  guard: '/assets/guard.js',
};
