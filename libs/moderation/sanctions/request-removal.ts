import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterAudit } from '../matters/matter-audit.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Matter, MatterStage } from '../matters/matter.entity.js';
import { type SanctionNotice, assertDelayHasReason } from './apply-sanction.js';
import { RemovalRequestFacts } from './removal-request-facts.js';
import { REMOVE_MEMBER_ACT_KIND } from './remove-member-act.js';

export interface RemovalRequest extends SanctionNotice {
  readonly matterId: string;
  /** The reason, for the moderator who approves. */
  readonly why: string;
}

/** Requests the permanent removal of the reported member. It takes effect when another moderator approves it. */
@Injectable()
export class RequestRemoval {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
    private readonly facts: RemovalRequestFacts,
    private readonly stages: MatterStageTransitions,
    private readonly record: MatterAudit,
  ) {}

  ask(viewer: Viewer, { matterId, why, ...words }: RemovalRequest): Promise<TwoPersonAct> {
    return this.db.write(async () => {
      const matter = await this.access.load(Matter, matterId, viewer, 'askRemoval');
      assertDelayHasReason(words);
      const { reportedId: aboutId } = matter;
      const payload = await this.facts.of(matter, words);
      const asking = {
        kind: REMOVE_MEMBER_ACT_KIND,
        subjectKey: matterId,
        aboutId,
        payload,
        reason: why,
      };
      const act = await this.twoPerson.ask(viewer, asking);
      await this.record.write(viewer, matter, 'askRemoval', { reason: words.reason });
      await this.stages.put(matter, MatterStage.waiting);
      return act;
    });
  }
}
