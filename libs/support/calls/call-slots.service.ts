import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { SupportAvailabilityService } from '../requests/support-availability.service.js';
import { type SupportRequest, SupportStage } from '../requests/support-request.entity.js';
import { CallAvailability } from './call-availability.entity.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';
import { FittingInterpretersService } from './interpreters/fitting-interpreters.service.js';
import { commonSlots, freeSlots } from './times/free-slots.js';
import type { Slot } from './times/offered-slots.js';

export interface SupporterSlot extends Slot {
  readonly hours: CallAvailability;
  /** The hours of the interpreter; null for a call without one. */
  readonly interpreter: CallAvailability | null;
}
interface FoundSlots {
  readonly slots: SupporterSlot[];
  readonly attendeeIds: readonly string[];
}
interface SlotSearch {
  /** Searches only the days from this time on; by default from now on. */
  readonly from?: Date | null;
  /** Searches only the day of this time. */
  readonly on?: Date;
  /**
   * The booked call that is to be moved, or over: it takes no time. One that is moved keeps its interpreter, or takes place
   * without one.
   */
  readonly moved?: IntroductoryCall | null | undefined;
}
/** How many days are searched at once. */
const SEARCHED_DAYS = 14;

/**
 * Throws Conflict for a requester whose request nobody has accepted. Times that come and go with the conflicts of
 * interest of unknown supporters would tell which account is behind a work name, since a requester can cause a conflict.
 */
export function assertOffered(
  { stage, callEndsAt }: Pick<SupportRequest, 'stage' | 'callEndsAt'>,
  isOwn: boolean,
): void {
  if (isOwn && stage !== SupportStage.accepted && !callEndsAt)
    throw new Conflict('support.callNotYet');
}

/** Computes when supporters are free for a call. */
@Injectable()
export class CallSlotsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly availability: SupportAvailabilityService,
    private readonly quotas: ContactQuotasService,
    private readonly interpreters: FittingInterpretersService,
  ) {}

  /** Counts a look-up or an attempt, in a transaction of its own, so that refused ones count, too. */
  async count({ accountId }: Viewer, quota: 'findCallTimes' | 'bookCall'): Promise<void> {
    await this.db.write(() => this.quotas.use(accountId, quota));
  }

  /**
   * The free slots of the assigned supporter, and of the interpreter if one is needed; none without a supporter, or if they
   * may not have the request. Throws Conflict if the requester has not agreed to an interpreter.
   */
  async of(request: SupportRequest, search: SlotSearch = {}): Promise<SupporterSlot[]> {
    return (await this.search(request, search)).slots;
  }

  /** Also the account ids of the supporter and the interpreter, in the order in which they are locked. */
  async search(request: SupportRequest, search: SlotSearch): Promise<FoundSlots> {
    const accountIds = await this.supporterOf(request);
    const interpreter = await this.interpreterOf(request, search.moved);
    const busy = await this.takenTimes(
      interpreter ? [...accountIds, interpreter.accountId] : accountIds,
      search.moved?.id,
    );
    const calendarOf = (hours: CallAvailability) => ({
      ...{ hours, taken: busy.get(hours.accountId) ?? [] },
    });
    const now = this.clock.now();
    const days = search.on
      ? { from: search.on, days: 1 }
      : { from: search.from ?? now, days: SEARCHED_DAYS };
    const slots = (await this.hoursOf(accountIds)).flatMap((hours) =>
      commonSlots(calendarOf(hours), interpreter && calendarOf(interpreter), now, days).map(
        (startsAt) => ({ startsAt, zone: hours.shownZone, hours, interpreter }),
      ),
    );
    const ids = [request.assigneeId, interpreter?.accountId];
    return { slots, attendeeIds: ids.filter((one) => one != null).toSorted() };
  }

  private async supporterOf({ id, assigneeId }: SupportRequest): Promise<string[]> {
    return (await this.availability.mayTake(id)).filter((one) => one === assigneeId);
  }

  private async interpreterOf(
    request: SupportRequest,
    moved: IntroductoryCall | null = null,
  ): Promise<CallAvailability | null> {
    if (moved && moved.startsAt > this.clock.now()) {
      const { supporterId, interpreterId } = moved;
      if (!interpreterId) return null;
      const hours = await this.interpreters.hoursIn(request.id, { supporterId, interpreterId });
      if (!hours) throw new Conflict('support.needsInterpreter');
      return hours;
    }
    if (!(await this.interpreters.isNeeded(request))) return null;
    const agreed = await this.interpreters.agreedHours(request);
    if (!agreed) throw new Conflict('support.needsInterpreter');
    return agreed;
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

  /** The booked times of these accounts, as supporters and as interpreters. */
  private async takenTimes(accountIds: readonly string[], movedCallId?: string) {
    const open = {
      ...{ state: CallState.booked, blockedUntil: MoreThan(this.clock.in(-DAY_OF_LIMIT)) },
    };
    const ids = In([...accountIds]);
    const calls = await this.db.repo(IntroductoryCall).findBy([
      { ...open, supporterId: ids },
      { ...open, interpreterId: ids },
    ]);
    const others = calls.filter(({ id }) => id !== movedCallId);
    return new Map(
      accountIds.map((id) => [
        id,
        others.filter((call) => call.supporterId === id || call.interpreterId === id),
      ]),
    );
  }
}

/** Calls that ended today still count towards the limit of the day. */
const DAY_OF_LIMIT = 24 * 60 * 60 * 1_000;
