import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { DAY } from '#kernel/clock.js';
import type { ActionOf } from '#policy/policy-actions.js';
import type { Viewer } from '#policy/viewer.js';
import { AffiliationsService } from './affiliations.service.js';
import type { Organisation, OrganisationAudience } from './organisation.entity.js';
import type { OrganisationPerson } from './organisation.view.js';
import { OrganisationGroupsService } from './organisation-groups.service.js';
import { OrganisationPersonMapper } from './organisation-person-mapper.js';

/** Time in which the end of an organisation can be undone. */
export const ORGANISATION_END_UNDO_PERIOD = 3 * DAY;

/** Fields of an organisation that depend on the viewer. */
@Injectable()
export class OrganisationFieldsForViewerService {
  constructor(
    private readonly access: AccessService,
    private readonly affiliations: AffiliationsService,
    private readonly groups: OrganisationGroupsService,
    private readonly shown: OrganisationPersonMapper,
  ) {}

  async audience(viewer: Viewer, { id, audience }: Organisation) {
    return (await this.isIn(viewer, id)) ? audience : (null as OrganisationAudience | null);
  }

  endsAt({ endedAt }: Organisation): Date | null {
    return endedAt && new Date(endedAt.getTime() + ORGANISATION_END_UNDO_PERIOD);
  }

  /**
   * Ids of the groups in which the organisation is visible, for its spokesperson only; else empty. Groups that the
   * spokesperson left, or joined with a persona, are omitted.
   */
  async groupIds(viewer: Viewer, { id }: Organisation): Promise<string[]> {
    const own = await this.affiliations.own(viewer, id);
    return own?.isSpokesperson ? this.groups.chosenIn(id) : [];
  }

  async mine(viewer: Viewer, { id }: Organisation): Promise<OrganisationPerson | null> {
    return this.shown.own(viewer, await this.affiliations.own(viewer, id));
  }

  viewerCan(viewer: Viewer, id: string): Promise<ActionOf<'Organisation'>[]> {
    return this.access.viewerCan('Organisation', id, viewer);
  }

  private async isIn(viewer: Viewer, id: string): Promise<boolean> {
    return (await this.affiliations.own(viewer, id)) !== null;
  }
}
