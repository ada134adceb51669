import { Injectable } from '@nestjs/common';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { TwoPersonActEnded } from '#audit/two-person/two-person.events.js';
import { On } from '#events/on.decorator.js';
import { MatterStageTransitions } from '../matters/matter-stage-transitions.js';
import { REMOVE_MEMBER_ACT_KIND } from './remove-member-act.js';

/** Ends a matter's waiting stage when no removal request is left to approve. */
@Injectable()
export class RemovalRequestHandlers {
  constructor(
    private readonly acts: TwoPersonActReader,
    private readonly stages: MatterStageTransitions,
  ) {}

  @On(TwoPersonActEnded, { id: 'GoOnWithoutASecondPerson.whenNothingIsToBeApproved' })
  async whenNothingIsToBeApproved({ actId }: { actId: string }): Promise<void> {
    const act = await this.acts.find(actId);
    if (act?.kind !== REMOVE_MEMBER_ACT_KIND) return;
    await this.stages.endWaiting(await this.stages.locked(act.subjectKey));
  }
}
