import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import { randomSlugSuffix, slugOf } from '#kernel/slug.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { wordLexemes } from '#taxonomy/words/term-search.js';
import { AffiliationsService } from './affiliations.service.js';
import { Organisation, OrganisationAudience } from './organisation.entity.js';
import { OrganisationGroupsService } from './organisation-groups.service.js';
import type { CreateOrganisationInput } from './organisations.inputs.js';

/** The search terms of an organisation's name and description, folded. */
export const organisationSearchTerms = ({ name, about }: Pick<Organisation, 'name' | 'about'>) =>
  wordLexemes(name, about);

@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly affiliations: AffiliationsService,
    private readonly groups: OrganisationGroupsService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /**
   * Creates an organisation with the viewer as its spokesperson. Only the demo world sets `slug`, because its addresses
   * are fixed.
   */
  async found(
    viewer: Viewer,
    input: CreateOrganisationInput,
    slug?: string,
  ): Promise<Organisation> {
    this.access.allow(viewer, 'found', 'Organisation');
    const { groupIds, ...said } = normaliseChosenGroups(input);
    return this.db.write(async () => {
      await this.quotas.use(viewer.accountId, 'foundOrganisation');
      const organisations = this.db.repo(Organisation);
      // Always append a random tail: a collision would reveal that a hidden organisation exists.
      const address = slug ?? `${slugOf(said.name, 'organizacion')}-${randomSlugSuffix(6)}`;
      const createdAt = this.clock.now();
      const organisation = await organisations.save(
        organisations.create({
          ...said,
          words: organisationSearchTerms(said),
          slug: address,
          createdAt,
          endedAt: null,
        }),
      );
      await this.affiliations.start(viewer.accountId, organisation.id, true);
      await this.groups.choose(viewer, organisation.id, groupIds);
      return organisation;
    });
  }
}

/** Clears the chosen groups unless the audience is `groups`. Throws Invalid if that audience has no group. */
export function normaliseChosenGroups<T extends CreateOrganisationInput>(input: T): T {
  if (input.audience !== OrganisationAudience.groups) return { ...input, groupIds: [] };
  if (input.groupIds.length === 0) throw new Invalid('input', { groupIds: 'noneChosen' });
  return input;
}
