import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import { AffiliationsService } from '#organisations/affiliations.service.js';
import type { Organisation } from '#organisations/organisation.entity.js';
import { OrganisationsService } from '#organisations/organisations.service.js';
import type { Application } from '#vetting/applications/application.entity.js';
import { ApplicationAnswersRemovalService } from '#vetting/applicants/application-answers-removal.service.js';
import { ReportableContentType, ReportableContentRegistry } from './reportable-content-registry.js';

/** Registers the texts of organisations and applications as reportable. */
@Injectable()
export class ReportableTexts implements OnModuleInit {
  constructor(
    private readonly reportables: ReportableContentRegistry,
    private readonly organisations: OrganisationsService,
    private readonly affiliations: AffiliationsService,
    private readonly answers: ApplicationAnswersRemovalService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Organisation, {
      authorOf: (row) => this.spokespersonOf(row as Organisation),
      forward: async (row) => alone((row as Organisation).about),
      remove: (id) => this.organisations.removeTexts(id),
    });
    this.reportables.register(ReportableContentType.Application, {
      authorOf: async (row) => applicantOf(row as Application),
      forward: async (row) => {
        const { work = '', hopes = '', known = '' } = (row as Application).answers ?? {};
        return alone(work, hopes, known);
      },
      remove: (id) => this.answers.removeTexts(id),
    });
  }

  /** The responsible member is the spokesperson; moderators see the organisation's name. */
  private async spokespersonOf({ id, name: knownAs }: Organisation): Promise<ContentAuthor> {
    return { accountId: await this.affiliations.spokespersonOf(id), personaId: null, knownAs };
  }
}

const applicantOf = ({ accountId, answers }: Application): ContentAuthor => ({
  accountId,
  personaId: null,
  knownAs: answers?.name ?? '',
});

/** A copy of these texts without surrounding text. */
export const alone = (...texts: readonly string[]) => ({
  forwarded: texts.filter((text) => text !== '').join('\n\n'),
  context: '',
});
