import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Conflict, Forbidden, Invalid, TooMany } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { Invitations } from '#vetting/invitations/invitations.service.js';
import { closedPage, joinPage, spokenIn } from '../../web/public-pages/join/join.js';
import type { JoinValues } from '../../web/public-pages/join/join-inputs.js';
import { JOIN_WORDS } from '../../web/public-pages/join/join-words.js';
import { receiptPage } from '../../web/public-pages/join/receipt.js';
import { PublicPages } from './public-pages.js';

/** The pages of applying: to begin, again with what is wrong, closed, and the receipt. */
@Injectable()
export class JoinPages {
  constructor(
    private readonly out: PublicPages,
    private readonly taxonomy: TaxonomyService,
    private readonly invitations: Invitations,
  ) {}

  /** The form to begin with. An invitation fills in who knows the person; whatever is wrong with one looks the same. */
  async begin(reply: FastifyReply, viewer: Viewer, language: Language, code: string) {
    const place = this.place(language);
    if (code === '') return this.out.send(reply, joinPage(place));
    const found = await this.invitations.find(viewer, code);
    if (!found) return this.out.send(reply, joinPage({ ...place, invitation: 'over' }));
    const known = { knownKind: 'someone', known: found.note ?? '' };
    const values = { ...spokenIn(found.language), ...known, invitation: code };
    return this.out.send(reply, joinPage({ ...place, invitation: 'good' }, values));
  }

  closed(reply: FastifyReply, language: Language, status = 200): FastifyReply {
    return this.out.send(reply, closedPage(language, this.out.assets), status);
  }

  receipt(reply: FastifyReply, language: Language, words: readonly string[]): FastifyReply {
    return this.out.send(reply, receiptPage(language, this.out.assets, words));
  }

  /** The form as it was typed, with what is wrong; a password is typed again. */
  again(reply: FastifyReply, language: Language, values: JoinValues, error: unknown) {
    const typed = { ...values, password: '' };
    const place = this.place(language);
    if (error instanceof Invalid) {
      return this.out.send(reply, joinPage(place, typed, error.fields ?? {}), 400);
    }
    if (error instanceof TooMany) {
      const page = joinPage(place, typed, {}, JOIN_WORDS[language].tooMany);
      return this.out.send(reply.header('retry-after', error.retryAfterSeconds ?? 60), page, 429);
    }
    if (error instanceof Conflict && error.reason === 'application.closed') {
      return this.closed(reply, language, 409);
    }
    // Sent twice, or by somebody who is in: how it stands is on the next page.
    if (error instanceof Conflict || error instanceof Forbidden) {
      return reply.redirect(`/${language}/join/status`, 303);
    }
    throw error;
  }

  private place(language: Language) {
    return { language, assets: this.out.assets, terms: this.taxonomy.in(language) };
  }
}
