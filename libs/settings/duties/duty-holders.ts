import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { DutiesService } from '#members/duties.service.js';
import { Duty } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { DutyHolder } from './duties.view.js';

/** Lists duty holders as administrators see them. */
@Injectable()
export class DutyHolders {
  constructor(
    private readonly access: AccessService,
    private readonly duties: DutiesService,
  ) {}

  async list(viewer: Viewer): Promise<DutyHolder[]> {
    const takeable = await this.access.list(Duty, viewer, 'take').getMany();
    const canTake = new Set(takeable.map(({ id }) => id));
    return (await this.duties.holders()).map(({ accountId, duties, ...holder }) => ({
      ...holder,
      isYou: accountId === viewer.accountId,
      duties: duties.map(({ id, name }) => ({ id, name, canTake: canTake.has(id) })),
    }));
  }
}
