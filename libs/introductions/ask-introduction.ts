import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, NotFound, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { DailyProfileViewsService } from '#profiles/persons/daily-profile-views.service.js';
import { Profile } from '#profiles/profile.entity.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import {
  MIN_TIME_BETWEEN_REQUESTS,
  INTRODUCTION_DURATION,
  MAX_INTRODUCTIONS_IN_30_DAYS,
  MAX_OPEN_INTRODUCTIONS,
  MAX_OPEN_INTRODUCTIONS_ON_PROBATION,
} from './introduction-rules.js';
import { IntroducersService } from './introducers/introducers.service.js';
import { IntroductionAsked } from './introductions.events.js';
import type { AskIntroductionInput } from './introductions.inputs.js';
import {
  throwDuplicateIntroductionAsConflict,
  introductionEventData,
} from './introductions.service.js';

interface Counts {
  open: number;
  recent: number;
  to_this_person: number;
}

/**
 * Creates requests for an introduction within the quotas. Declined requests count like waiting ones, so that the quota
 * does not reveal a decline.
 */
@Injectable()
export class AskIntroduction {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly introducers: IntroducersService,
    private readonly views: DailyProfileViewsService,
  ) {}

  /** Opening the profile counts towards the views of the day, because the response contains its card. */
  async ask(viewer: Viewer, input: AskIntroductionInput): Promise<Introduction> {
    const { personId } = input;
    await this.views.open(viewer, personId, () =>
      this.access.load(Profile, personId, viewer, 'askIntroduction'),
    );
    return this.db.write(async () => {
      // Lock the account first, so that concurrent requests cannot exceed the quota.
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      const { accountId: askedId } = await this.access.load(
        Profile,
        input.personId,
        viewer,
        'askIntroduction',
      );
      const introducerId = await this.introducerOf(viewer, askedId, input.introducerId);
      await this.endOverdue(viewer.accountId);
      await this.checkQuota(viewer, askedId);
      const introductions = this.db.repo(Introduction);
      const now = this.clock.now();
      const introduction = await introductions
        .save(
          introductions.create({
            askerId: viewer.accountId,
            askedId,
            introducerId,
            note: input.note,
            createdAt: now,
            passedAt: introducerId ? null : now,
            lapsedAt: null,
            state: IntroductionState.waiting,
            expiresAt: this.clock.in(INTRODUCTION_DURATION),
            answeredAt: null,
          }),
        )
        .catch(throwDuplicateIntroductionAsConflict);
      await this.events.record(IntroductionAsked, introductionEventData(introduction));
      return introduction;
    });
  }

  /**
   * Returns the account of the chosen introducer. Throws NotFound if this introducer is not among the viewer's choices.
   */
  private async introducerOf(viewer: Viewer, askedId: string, id?: string | null) {
    if (!id) return null;
    const choices = await this.introducers.choicesFor(viewer, askedId);
    const choice = choices.find((one) => one.id === id);
    if (!choice) throw new NotFound();
    return choice.accountId;
  }

  /**
   * Expires the requester's overdue requests now. The job may not have run yet, and overdue requests would count
   * towards the quota.
   */
  private async endOverdue(accountId: string): Promise<void> {
    await this.db.query(
      `update introduction set state = 'expired' where asker_id = $1
         and state in ('waiting', 'declined') and expires_at <= $2`,
      [accountId, this.clock.now()],
    );
  }

  private async checkQuota(viewer: Viewer, askedId: string): Promise<void> {
    const [counts] = await this.db.query<Counts>(
      `select count(*) filter (where state in ('waiting', 'declined') and expires_at > $2)::int as open,
         count(*) filter (where created_at > $3)::int as recent,
         count(*) filter (where asked_id = $4 and created_at > $5)::int as to_this_person
       from introduction where asker_id = $1`,
      [
        viewer.accountId,
        this.clock.now(),
        this.clock.in(-30 * DAY),
        askedId,
        this.clock.in(-MIN_TIME_BETWEEN_REQUESTS),
      ],
    );
    if (counts!.to_this_person > 0) throw new Conflict('introduction.askedBefore');
    const maxOpen = viewer.isOnProbation
      ? MAX_OPEN_INTRODUCTIONS_ON_PROBATION
      : MAX_OPEN_INTRODUCTIONS;
    if (counts!.open >= maxOpen) throw new TooMany('introduction.tooManyOpen');
    if (counts!.recent >= MAX_INTRODUCTIONS_IN_30_DAYS)
      throw new TooMany('introduction.tooManyRecent');
  }
}
