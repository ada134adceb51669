import { Injectable } from '@nestjs/common';
import {
  APPEAL_LASTS,
  type Application,
  ApplicationStage,
  UNDECIDED,
} from './application.entity.js';
import type { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import type { MyApplication } from './my-application.view.js';
import { Shortage } from './shortage.service.js';

type Told = 'decision' | 'isAppeal' | 'appeal' | 'appealUntil' | 'isHeardLater';

/** What an applicant is told of the decision, and of asking for it to be looked at again. */
@Injectable()
export class OwnAppeal {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly shortage: Shortage,
  ) {}

  async of(application: Application, viewerCan: readonly string[]) {
    const decision = await this.decisions.of(application.id);
    return {
      decision,
      isAppeal: application.round > 1,
      appeal: application.appeal,
      appealUntil: viewerCan.includes('appeal') && decision ? endOf(decision) : null,
      isHeardLater: await this.isHeardLater(application),
    } satisfies Pick<MyApplication, Told>;
  }

  private async isHeardLater({ id, stage, round }: Application): Promise<boolean> {
    if (stage === ApplicationStage.declined) return (await this.shortage.ofAppeal(id)) > 0;
    return round > 1 && UNDECIDED.includes(stage) && (await this.shortage.of(id)) > 0;
  }
}

const endOf = ({ decidedAt }: Decision) => new Date(decidedAt.getTime() + APPEAL_LASTS);
