import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { pageNewestFirst } from '#access/page-newest-first.js';
import { Database } from '#database/database.js';
import { CoalitionGroupsService } from '#groups/coalition-groups.service.js';
import { Group } from '#groups/group.entity.js';
import type { Page } from '#kernel/pagination.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { EditCoalitionInput } from './coalitions.inputs.js';
import { LockedCoalitions } from './locked-coalitions.js';

/** Reads and edits coalitions. */
@Injectable()
export class CoalitionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly locked: LockedCoalitions,
    private readonly coalitions: CoalitionGroupsService,
  ) {}

  /** Listed coalitions that have a participant, newest first. */
  list(viewer: Viewer, after?: string | null): Promise<Page<Group>> {
    const held =
      'exists (select 1 from participant p where p.coalition_id = it.id and p.ended_at is null)';
    return pageNewestFirst(this.all(viewer).andWhere(`it.is_listed and ${held}`), after);
  }

  /** The coalitions of whose participants the viewer is one of the people, by name. */
  mine(viewer: Viewer): Promise<Group[]> {
    return this.all(viewer)
      .andWhere('it.id = any(:near)', { near: viewer.coalitions.near })
      .orderBy('it.name')
      .addOrderBy('it.id')
      .getMany();
  }

  edit(viewer: Viewer, { coalitionId, ...texts }: EditCoalitionInput): Promise<Group> {
    return this.db.write(async () => {
      const { coalition } = await this.locked.lock(viewer, coalitionId, 'edit');
      return this.coalitions.edit(coalition, texts);
    });
  }

  private all(viewer: Viewer) {
    const { coalition } = GroupKind;
    return this.access.list(Group, viewer).andWhere('it.kind = :coalition', { coalition });
  }
}
