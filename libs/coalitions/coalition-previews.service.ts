import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import { CoalitionGroupsService } from '#groups/coalition-groups.service.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { CoalitionPreview } from './coalition.view.js';
import { ParticipantViewsService } from './participants/participant-views.service.js';

@Injectable()
export class CoalitionPreviewsService {
  constructor(
    private readonly coalitions: CoalitionGroupsService,
    private readonly access: AccessService,
    private readonly agreements: AgreementsService,
    private readonly participants: ParticipantViewsService,
  ) {}

  /** The coalitions as the holder of their invitations sees them. The caller has checked the invitations. */
  async all(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CoalitionPreview>> {
    if (ids.length === 0) return new Map();
    const open = await this.access
      .list(Group, viewer)
      .andWhere('it.id = any(:ids)', { ids })
      .getMany();
    const openIds = new Set(open.map(({ id }) => id));
    const agreements = await this.agreements.currentIn(ids);
    const names = await this.participants.namesIn(ids);
    const coalitions = await this.coalitions.byIds(ids);
    return new Map(
      coalitions.map(({ id, slug, name, purpose, isListed }) => [
        id,
        {
          ...{ slug: openIds.has(id) ? slug : null, name, purpose, isListed },
          ...{ agreements: agreements.get(id)!, participantNames: names.get(id) ?? [] },
        },
      ]),
    );
  }
}
