import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { Matter } from '../matters/matter.entity.js';
import { ApplySanction } from './apply-sanction.js';
import { hidePersonaConflictReason } from '../matters/persona-conflict-errors.js';
import { type RemovalRequestPayload, RemovalRequestFacts } from './removal-request-facts.js';
import { SanctionEffects } from './sanction-effects.js';

/**
 * The kind of two-person act that removes a member: requested by the matter's assignee and approved by another
 * moderator (R2).
 */
export const REMOVE_MEMBER_ACT_KIND = 'removeMember';

/** Registers the two-person act that removes a member permanently. */
@Injectable()
export class RemoveMemberAct implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly kinds: TwoPersonActKinds,
    private readonly facts: RemovalRequestFacts,
    private readonly acts: SanctionEffects,
    private readonly orders: ApplySanction,
    private readonly stages: MatterStageTransitions,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: REMOVE_MEMBER_ACT_KIND,
      approver: 'moderate',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.remove(act, approver),
      shown: async (asked) => this.facts.shown(twoPersonPayloadOf<RemovalRequestPayload>(asked)),
    });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { subjectKey, aboutId } = asked;
    const matter = await this.access.load(Matter, subjectKey, asker, 'askRemoval');
    await this.facts.assertSame(matter, twoPersonPayloadOf<RemovalRequestPayload>(asked));
    await hidePersonaConflictReason(matter, () => this.acts.assertRemovable(aboutId!));
  }

  /**
   * Removes the member and sends the approved notice. Both moderators count as deciders, so neither may decide an
   * appeal.
   */
  private async remove(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const matter = await this.stages.locked(act.subjectKey);
    const { requestedById: orderedById } = act;
    const two = { orderedById, approvedById: approver.accountId };
    const removal = { kind: 'removal', action: 'removeMember', ...two } as const;
    await this.orders.order(
      approver,
      matter,
      removal,
      twoPersonPayloadOf<RemovalRequestPayload>(act),
    );
    await this.acts.removeMember(
      matter.reportedId,
      twoPersonPayloadOf<RemovalRequestPayload>(act).reason,
    );
    await this.stages.endWaiting(matter);
  }
}
