import { Injectable } from '@nestjs/common';
import {
  DECLINE_APPEAL_PERIOD,
  type Application,
  ApplicationStage,
  UNDECIDED_STAGES,
} from '../applications/application.entity.js';
import { DECISION_RETENTION, type Decision } from '../decisions/decision.entity.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import type { MyApplication } from './my-application.view.js';
import { EarlierApplicationService } from '../applications/earlier-application.service.js';
import { ReviewerShortageService } from '../throughput/reviewer-shortage.service.js';

type Told =
  | 'decision'
  | 'isAppeal'
  | 'appeal'
  | 'appealUntil'
  | 'isHeardLater'
  | 'applyAgainFrom'
  | 'rememberedUntil';

/** Returns the applicant's view of the decision and of the appeal. */
@Injectable()
export class OwnAppealService {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly shortage: ReviewerShortageService,
    private readonly earlier: EarlierApplicationService,
  ) {}

  async of(application: Application, viewerCan: readonly string[]) {
    const decision = await this.decisions.of(application.id);
    const isDeclined = application.stage === ApplicationStage.declined;
    return {
      decision,
      isAppeal: application.round > 1,
      appeal: application.appeal,
      appealUntil:
        viewerCan.includes('appeal') && decision ? after(decision, DECLINE_APPEAL_PERIOD) : null,
      isHeardLater: await this.isHeardLater(application),
      applyAgainFrom: await this.earlier.mayApplyFrom(application),
      rememberedUntil: isDeclined && decision ? after(decision, DECISION_RETENTION) : null,
    } satisfies Pick<MyApplication, Told>;
  }

  private async isHeardLater({ id, stage, round }: Application): Promise<boolean> {
    if (stage === ApplicationStage.declined) return (await this.shortage.ofAppeal(id)) > 0;
    return round > 1 && UNDECIDED_STAGES.includes(stage) && (await this.shortage.of(id)) > 0;
  }
}

const after = ({ decidedAt }: Decision, ms: number) => new Date(decidedAt.getTime() + ms);
