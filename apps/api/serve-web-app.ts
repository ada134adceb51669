import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  isLanguage,
  type Language,
  LANGUAGES,
  preferredLanguage,
} from '../web/public-pages/language.js';
import { EMERGENCY_PATH, TERRITORY_PARAMETER } from '../web/public-pages/support/emergency-page.js';
import { SUPPORT_PATH } from '../web/public-pages/support/support-page.js';
import { SIGN_IN_PAGE_STATES } from '../web/public-pages/account/sign-in-page.js';
import { NEUTRAL_POLICY, neutralPage, neutralPath } from '../web/public-pages/neutral-page.js';
import { LOST_RECEIPT_PATH } from '../web/public-pages/status/lost-receipt-page.js';
import { fillPageTemplate, type PageTemplateValues } from './pages/fill-page-template.js';

export interface WebAppOptions {
  facts: () => PageTemplateValues;
  isSignedIn: (request: FastifyRequest) => Promise<boolean>;
  /** Renders the emergency list from memory, with this territory first. */
  emergencyPage: (language: Language, territory: string | undefined) => RenderedList;
}

interface RenderedList {
  readonly html: string;
  /** Whether the list was loaded since the server started; false if PostgreSQL was down all the time. */
  readonly isLoaded: boolean;
  /** Whether the page has a number. */
  readonly hasLines: boolean;
}

const PUBLIC_PAGES = {
  '': 'index',
  '/safety': 'safety',
  [SUPPORT_PATH]: 'support',
  [LOST_RECEIPT_PATH]: 'lost-receipt',
} as const;
const ROOT_FILES = ['sw.js', 'manifest.webmanifest', 'icon.svg', 'robots.txt'];
const FRESH = 'no-cache';

/**
 * Serves the built web app: hashed assets (cached for a year), prerendered public pages, the app shell, and a page for
 * unknown URLs.
 */
export async function serveWebApp(
  fastify: FastifyInstance,
  root: string,
  options: WebAppOptions,
): Promise<void> {
  if (!existsSync(join(root, 'app.html'))) return;
  await fastify.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    wildcard: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  const sendPage = pageSender(options.facts);
  const send = fileSender(root, sendPage);
  serveRoot(fastify, root);
  servePublicPages(fastify, send);
  serveEmergencyPages(fastify, sendPage, options.emergencyPage);
  serveNeutralPages(fastify);
  serveApp(fastify, send);
  serveStart(fastify, options.isSignedIn);
  fastify.get('/*', (request, reply) => notFound(request, reply, send));
}

/** Sends a page, which is given as a file name or as HTML. A reply without `cache-control` gets `FRESH`. */
type Send = (reply: FastifyReply, page: string) => FastifyReply;

/** Sends built pages, which are read from the disk once. */
function fileSender(root: string, sendPage: Send): Send {
  const built = new Map<string, string>();
  return (reply, file) => {
    const source = built.get(file) ?? readFileSync(join(root, file), 'utf8');
    built.set(file, source);
    return sendPage(reply, source);
  };
}

/** Sends a page filled with the values of this instance. Answers 304 if the browser's copy is current. */
function pageSender(facts: WebAppOptions['facts']): Send {
  return (reply, source) => {
    const page = fillPageTemplate(source, facts());
    const version = createHash('sha256').update(page).digest('base64url').slice(0, 22);
    const etag = `W/"${version}"`;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', FRESH);
    reply.header('etag', etag);
    const isThere = reply.statusCode === 200 && reply.request.headers['if-none-match'] === etag;
    return isThere ? reply.code(304).send() : reply.type('text/html; charset=utf-8').send(page);
  };
}

function serveRoot(fastify: FastifyInstance, root: string): void {
  for (const file of ROOT_FILES) {
    fastify.get(`/${file}`, (_request, reply) =>
      reply
        .header('cache-control', FRESH)
        .sendFile(file, root, { cacheControl: false, immutable: false }),
    );
  }
}

function servePublicPages(fastify: FastifyInstance, send: Send): void {
  for (const language of LANGUAGES) {
    for (const [path, name] of Object.entries(PUBLIC_PAGES)) {
      fastify.get(`/${language}${path}`, (_request, reply) =>
        send(reply, `${language}/${name}.html`),
      );
    }
    fastify.get(`/${language}/sign-in`, (request, reply) => {
      const { state } = request.query as { state?: unknown };
      const known = SIGN_IN_PAGE_STATES.find((name) => name === state) ?? 'plain';
      return send(reply, `${language}/sign-in.${known}.html`);
    });
  }
}

/** Private, so that no shared cache shows a number that an administrator took off. */
const SIX_HOURS = 'private, max-age=21600';

/**
 * Serves the emergency list to everybody. The browser caches a list, so that it opens without a connection; with
 * JavaScript and a connection the page loads the current one (ADR 59). Reads neither a session nor the database, so that the page also opens while
 * PostgreSQL is down, and so that no record shows who opened it.
 */
function serveEmergencyPages(
  fastify: FastifyInstance,
  sendPage: Send,
  render: WebAppOptions['emergencyPage'],
): void {
  for (const language of LANGUAGES) {
    fastify.get(`/${language}${EMERGENCY_PATH}`, (request, reply) => {
      const { [TERRITORY_PARAMETER]: chosen } = request.query as Record<string, unknown>;
      const territory = typeof chosen === 'string' ? chosen : undefined;
      const { html, isLoaded, hasLines } = render(language, territory);
      if (hasLines) reply.header('cache-control', SIX_HOURS);
      // An error, which no cache stores, and which the script of the page does not take for the current list.
      if (!isLoaded) reply.code(503).header('cache-control', 'no-store');
      return sendPage(reply, html);
    });
  }
}

const MONTH = 'public, max-age=2592000';

/**
 * Serves the neutral page of quick exit. Browsers cache the page once the app has requested it, so that it also opens
 * offline.
 */
function serveNeutralPages(fastify: FastifyInstance): void {
  for (const language of LANGUAGES) {
    const page = neutralPage(language);
    fastify.get(neutralPath(language), (_request, reply) =>
      reply
        .headers({ 'cache-control': MONTH, 'content-security-policy': NEUTRAL_POLICY })
        .type('text/html; charset=utf-8')
        .send(page),
    );
  }
}

/** Serves the same shell, without personal data, for every URL of the app. */
function serveApp(fastify: FastifyInstance, send: Send): void {
  for (const url of ['/app', '/app/*', '/app.html']) {
    fastify.get(url, (_request, reply) => send(reply, 'app.html'));
  }
}

function serveStart(fastify: FastifyInstance, isSignedIn: WebAppOptions['isSignedIn']): void {
  fastify.get('/', async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language']);
    const isIn = await isSignedIn(request);
    return reply
      .header('cache-control', 'no-store')
      .header('vary', 'Accept-Language, Cookie')
      .redirect(isIn ? '/app' : `/${language}`, 302);
  });
}

/** The URL of a public page without the slash at its end; undefined for other URLs. */
function withoutLastSlash({ url, server }: FastifyRequest): string | undefined {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  if (!path.endsWith('/') || !isLanguage(path.split('/', 2)[1])) return undefined;
  const page = path.slice(0, -1);
  const isKnown = server.hasRoute({ method: 'GET', url: page });
  return isKnown ? page + url.slice(path.length) : undefined;
}

/**
 * Sends the same page for a missing page and for a page that is hidden from the viewer. Redirects a public URL with a
 * slash at its end to the page, because people type it. A client that does not accept HTML gets only the status code.
 */
function notFound(request: FastifyRequest, reply: FastifyReply, send: Send): FastifyReply {
  const page = withoutLastSlash(request);
  if (page) return reply.header('cache-control', FRESH).redirect(page, 302);
  reply.code(404);
  if (!(request.headers.accept ?? '').includes('text/html')) {
    return reply.header('cache-control', 'no-store').send({ code: 'NOT_FOUND' });
  }
  const [, first] = request.url.split('/');
  const language = isLanguage(first)
    ? first
    : preferredLanguage(request.headers['accept-language']);
  return send(reply.header('vary', 'Accept-Language'), `${language}/not-found.html`);
}
