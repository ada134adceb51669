import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isSlug } from '#kernel/slug.js';
import type { Viewer } from '#policy/viewer.js';
import { wordLexemes } from '#taxonomy/words/term-search.js';
import { AffiliationsService } from './affiliations.service.js';
import { normaliseChosenGroups, organisationSearchTerms } from './create-organisation.js';
import { Organisation, OrganisationAudience } from './organisation.entity.js';
import { OrganisationGroupsService } from './organisation-groups.service.js';
import { OrganisationChanged, OrganisationClosed } from './organisations.events.js';
import type { EditOrganisationInput } from './organisations.inputs.js';

const { onlyMe, groups, members } = OrganisationAudience;
const FROM_FEW_TO_MANY = [onlyMe, groups, members];

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly affiliations: AffiliationsService,
    private readonly groups: OrganisationGroupsService,
  ) {}

  edit(viewer: Viewer, { organisationId, ...input }: EditOrganisationInput): Promise<Organisation> {
    const { groupIds, ...said } = normaliseChosenGroups(input);
    return this.db.write(async () => {
      const organisation = await this.access.load(Organisation, organisationId, viewer, 'edit');
      const [audience, chosenIn] = [
        organisation.audience,
        await this.groups.chosenIn(organisationId),
      ];
      await this.db
        .repo(Organisation)
        .save(Object.assign(organisation, said, { words: organisationSearchTerms(said) }));
      await this.groups.choose(viewer, organisationId, groupIds);
      const isWider =
        FROM_FEW_TO_MANY.indexOf(said.audience) > FROM_FEW_TO_MANY.indexOf(audience) ||
        (said.audience === audience && groupIds.some((id) => !chosenIn.includes(id)));
      if (isWider) await this.affiliations.hideOthers(viewer.accountId, organisationId);
      if (audience === members && said.audience !== members) {
        await this.events.record(OrganisationClosed, { organisationId });
      }
      await this.changed(organisationId);
      return organisation;
    });
  }

  /** Hides the organisation from everyone but its people; it is deleted after three days. */
  end(viewer: Viewer, id: string): Promise<Organisation> {
    return this.setEnded(viewer, id, 'end', this.clock.now());
  }

  /** Undoes the end of the organisation. */
  keep(viewer: Viewer, id: string): Promise<Organisation> {
    return this.setEnded(viewer, id, 'keep', null);
  }

  /** Removes the organisation's text for moderation; its name remains. */
  async removeTexts(id: string): Promise<void> {
    this.db.assertWriting();
    const { name } = await this.db.repo(Organisation).findOneByOrFail({ id });
    await this.db.repo(Organisation).update(id, { about: '', words: wordLexemes(name) });
    await this.changed(id);
  }

  /** Throws NotFound for a hidden and for an unknown slug. */
  async bySlug(viewer: Viewer, slug: string): Promise<Organisation> {
    if (!isSlug(slug)) throw new NotFound();
    const query = this.access.list(Organisation, viewer).andWhere('it.slug = :slug', { slug });
    const organisation = await query.getOne();
    if (!organisation) throw new NotFound();
    return organisation;
  }

  /** The viewer's organisations, by name. */
  mine(viewer: Viewer): Promise<Organisation[]> {
    return this.access
      .list(Organisation, viewer)
      .andWhere('it.id in (select organisation_id from affiliation where account_id = :me)', {
        me: viewer.accountId,
      })
      .orderBy('it.name')
      .addOrderBy('it.id')
      .getMany();
  }

  private setEnded(viewer: Viewer, id: string, action: string, endedAt: Date | null) {
    return this.db.write(async () => {
      const organisation = await this.access.load(Organisation, id, viewer, action);
      organisation.endedAt = endedAt;
      await this.db.repo(Organisation).save(organisation);
      if (endedAt) await this.affiliations.close(id);
      await this.changed(id);
      return organisation;
    });
  }

  private changed(organisationId: string): Promise<void> {
    return this.events.record(OrganisationChanged, { organisationId });
  }
}
