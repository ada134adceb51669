import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { SupportAvailabilityService } from '../requests/support-availability.service.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { CallAvailability } from './call-availability.entity.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';
import { freeSlots } from './times/free-slots.js';
import type { Slot } from './times/offered-slots.js';

export interface SupporterSlot extends Slot {
  readonly hours: CallAvailability;
}
interface SlotSearch {
  /** Searches only the days from this time on; by default from now on. */
  readonly from?: Date | null;
  /** Searches only the day of this time. */
  readonly on?: Date;
  /** A call that takes no time, because it is to be moved. */
  readonly movedCallId?: string | undefined;
}
/** How many days are searched at once. */
const SEARCHED_DAYS = 14;

/** Computes when supporters are free for a call. */
@Injectable()
export class CallSlotsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly availability: SupportAvailabilityService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /** Counts a look-up or an attempt, in a transaction of its own, so that refused ones count, too. */
  async count({ accountId }: Viewer, quota: 'findCallTimes' | 'bookCall'): Promise<void> {
    await this.db.write(() => this.quotas.use(accountId, quota));
  }

  /**
   * The free slots of those who may take the request, or of its supporter if it has one. If two supporters are free at the
   * same time, the one with fewer calls comes first.
   */
  async of(request: SupportRequest, search: SlotSearch = {}): Promise<SupporterSlot[]> {
    const { assigneeId, languages } = request;
    const accountIds = await this.candidates(request);
    const all = await this.hoursOf(accountIds);
    const fitting = assigneeId
      ? all
      : all.filter((one) => one.languages.some((language) => languages.includes(language)));
    const taken = await this.takenTimes(accountIds, search.movedCallId);
    const days = search.on
      ? { from: search.on, days: 1 }
      : { from: search.from ?? this.clock.now(), days: SEARCHED_DAYS };
    const callsOf = (hours: CallAvailability) => taken.get(hours.accountId) ?? [];
    return fitting
      .toSorted((a, b) => callsOf(a).length - callsOf(b).length)
      .flatMap((hours) =>
        freeSlots(hours, callsOf(hours), this.clock.now(), days).map((startsAt) => ({
          ...{ startsAt, zone: hours.shownZone, hours },
        })),
      );
  }

  /** The assigned supporter, or everybody who may take the request and has room for it. */
  private async candidates(request: SupportRequest): Promise<string[]> {
    const { id, assigneeId } = request;
    const mayTake = await this.availability.mayTake(id);
    if (assigneeId) return mayTake.filter((one) => one === assigneeId);
    const { workload } = this.availability;
    const haveRoom = await Promise.all(mayTake.map((one) => workload.mayTake(one, request)));
    return mayTake.filter((_, at) => haveRoom[at]);
  }

  /** Free slots of one supporter. */
  async own(hours: CallAvailability): Promise<Date[]> {
    const taken = await this.takenTimes([hours.accountId]);
    const now = this.clock.now();
    const days = { from: now, days: SEARCHED_DAYS };
    return freeSlots(hours, taken.get(hours.accountId) ?? [], now, days);
  }

  /** The hours of supporters with a work name, without which nobody can take a request. */
  private async hoursOf(accountIds: readonly string[]): Promise<CallAvailability[]> {
    return this.db
      .repo(CallAvailability)
      .createQueryBuilder('a')
      .where('a.account_id = any(:accountIds)', { accountIds: [...accountIds] })
      .andWhere(
        'exists (select 1 from supporter s where s.account_id = a.account_id and s.work_name is not null)',
      )
      .orderBy('a.account_id')
      .getMany();
  }

  private async takenTimes(accountIds: readonly string[], movedCallId?: string) {
    const calls = await this.db.repo(IntroductoryCall).findBy({
      ...{ supporterId: In([...accountIds]), state: CallState.booked },
      blockedUntil: MoreThan(this.clock.in(-DAY_OF_LIMIT)),
    });
    const others = calls.filter(({ id }) => id !== movedCallId);
    return Map.groupBy(others, ({ supporterId }) => supporterId);
  }
}

/** Calls that ended today still count towards the limit of the day. */
const DAY_OF_LIMIT = 24 * 60 * 60 * 1_000;
