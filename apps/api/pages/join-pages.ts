import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Conflict, Forbidden, Invalid, TooMany } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { ApplicationInvitationsService } from '#vetting/invitations/application-invitations.service.js';
import {
  applicationsClosedPage,
  joinPage,
  defaultLanguageAnswers,
} from '../../web/public-pages/join/join-page.js';
import type { JoinValues } from '../../web/public-pages/join/join-inputs.js';
import { JOIN_TEXT } from '../../web/public-pages/join/join-text.js';
import { receiptPage } from '../../web/public-pages/join/receipt-page.js';
import { PublicPages } from './public-pages.js';

/** Renders the pages for applicants: the form, the form with errors, the page of a closed instance, and the receipt. */
@Injectable()
export class JoinPages {
  constructor(
    private readonly out: PublicPages,
    private readonly taxonomy: TaxonomyService,
    private readonly invitations: ApplicationInvitationsService,
  ) {}

  /**
   * Sends the empty form. With a valid invitation, the question whom the applicant knows is already answered. All
   * invalid invitations give the same page.
   */
  async begin(reply: FastifyReply, viewer: Viewer, language: Language, code: string) {
    const place = this.place(language);
    if (code === '') return this.out.send(reply, joinPage(place));
    const found = await this.invitations.find(viewer, code);
    if (!found) return this.out.send(reply, joinPage({ ...place, invitation: 'over' }));
    const known = { knownKind: 'someone', known: found.note ?? '' };
    const values = { ...defaultLanguageAnswers(found.language), ...known, invitation: code };
    return this.out.send(reply, joinPage({ ...place, invitation: 'good' }, values));
  }

  closed(reply: FastifyReply, language: Language, status = 200): FastifyReply {
    return this.out.send(reply, applicationsClosedPage(language, this.out.assets), status);
  }

  receipt(reply: FastifyReply, language: Language, words: readonly string[]): FastifyReply {
    return this.out.send(reply, receiptPage(language, this.out.assets, words));
  }

  /** Sends the form again with the typed values and the errors, but without the password. */
  again(reply: FastifyReply, language: Language, values: JoinValues, error: unknown) {
    const typed = { ...values, password: '' };
    const place = this.place(language);
    if (error instanceof Invalid) {
      return this.out.send(reply, joinPage(place, typed, error.fields ?? {}), 400);
    }
    if (error instanceof TooMany) {
      const page = joinPage(place, typed, {}, JOIN_TEXT[language].tooMany);
      return this.out.send(reply.header('retry-after', error.retryAfterSeconds ?? 60), page, 429);
    }
    if (error instanceof Conflict && error.reason === 'application.closed') {
      return this.closed(reply, language, 409);
    }
    // The form was sent twice, or the viewer already has an account: the status page shows the state of the
    // application.
    if (error instanceof Conflict || error instanceof Forbidden) {
      return reply.redirect(`/${language}/join/status`, 303);
    }
    throw error;
  }

  private place(language: Language) {
    return { language, assets: this.out.assets, terms: this.taxonomy.in(language) };
  }
}
