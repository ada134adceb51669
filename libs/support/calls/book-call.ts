import { Injectable } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database, errorCodeOf } from '#database/database.js';
import { Clock, DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound, type Refusal } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { BookedCalls } from './booked-calls.js';
import { assertOffered, CallSlotsService, type SupporterSlot } from './call-slots.service.js';
import type { BookCallInput, MoveCallInput } from './introductory-call.inputs.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';
import { CALL_MINUTES } from './times/call-hours.js';
import { takenBy } from './times/free-slots.js';

const EXCLUSION_VIOLATION = '23P01';

/** Books and moves calls. */
@Injectable()
export class BookCall {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly calls: BookedCalls,
    private readonly slots: CallSlotsService,
    private readonly cases: CaseTransitions,
  ) {}

  /**
   * Books a call of an accepted case, or of a request that the viewer claimed. Booking again with the same key changes
   * nothing. Throws Conflict if the supporter is not free at that time any more.
   */
  async book(viewer: Viewer, input: BookCallInput): Promise<void> {
    await this.countAttempt(viewer, input.requestId);
    await withoutOverlap(() =>
      this.db.write(async () => {
        const { requestId, bookKey } = input;
        const locked = await this.lockSupporter(viewer, requestId, input.startsAt);
        const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
        const known = await this.db.repo(IntroductoryCall).findOneBy({ requestId, bookKey });
        if (known) return assertSame(known, input);
        await this.assertBookable(viewer, request);
        const slot = await this.slotAt(request, input.startsAt);
        // The request changed hands before its lock, or has another interpreter.
        assertLocked(locked, slot);
        const isOwn = request.requesterId === viewer.accountId;
        const requesterZone = isOwn ? input.zone : slot.hours.shownZone;
        await this.insert(request, slot, { bookKey, requesterZone });
        await this.cases.bookCall(request, slot.hours.accountId, endOf(slot.startsAt));
        await this.calls.tellInterpreters(slot.interpreter?.accountId);
        await this.tellOtherSide(viewer, request);
      }),
    );
  }

  /** Moves a call that has not begun to another free slot of its supporter. */
  async move(viewer: Viewer, { requestId, startsAt, zone }: MoveCallInput): Promise<void> {
    await this.countAttempt(viewer, requestId);
    await withoutOverlap(() =>
      this.db.write(async () => {
        const locked = await this.lockSupporter(viewer, requestId, startsAt);
        const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
        const call = await this.calls.of(requestId);
        if (call.startsAt <= this.clock.now()) throw new Conflict('support.callBegan');
        if (+call.startsAt === +startsAt) return;
        const slot = await this.slotAt(request, startsAt, call);
        assertLocked(locked, slot);
        const isOwn = request.requesterId === viewer.accountId;
        await this.db.repo(IntroductoryCall).update(call.id, {
          ...this.timesOf(slot),
          ...(isOwn && { requesterZone: zone }),
        });
        await this.cases.bookCall(request, call.supporterId, endOf(startsAt));
        await this.calls.tellInterpreters(call.interpreterId, slot.interpreter?.accountId);
        await this.tellOtherSide(viewer, request);
      }),
    );
  }

  /** Counts in a transaction of its own, so that refused attempts count, too. Checks first: the count is no oracle. */
  private async countAttempt(viewer: Viewer, requestId: string): Promise<void> {
    await this.access.access.recheck(SupportRequest, requestId, viewer, 'arrangeCall');
    await this.slots.count(viewer, 'bookCall');
  }

  /**
   * Locks the accounts of the assigned supporter and the interpreter before the request. So two bookings of a supporter wait for each other,
   * as do a booking and a change of their duties. Waits for no lock if the supporter is not free: many may want the same
   * time.
   */
  private async lockSupporter(
    viewer: Viewer,
    requestId: string,
    startsAt: Date,
  ): Promise<readonly string[]> {
    const request = await this.db.repo(SupportRequest).findOneBy({ id: requestId });
    if (!request) throw new NotFound();
    assertOffered(request, request.requesterId === viewer.accountId);
    const { assigneeId } = request;
    const where = { requestId, state: CallState.booked };
    const moved = await this.db.repo(IntroductoryCall).findOneBy(where);
    const search = { on: startsAt, moved };
    const { slots, attendeeIds } = await this.slots.search(request, search);
    if (!assigneeId || (!request.callEndsAt && !slots.some((one) => +one.startsAt === +startsAt)))
      throw this.refusalOf(startsAt);
    for (const id of attendeeIds)
      await this.db.query('select 1 from account where id = $1 for no key update', [id]);
    return attendeeIds;
  }

  private async assertBookable(viewer: Viewer, request: SupportRequest): Promise<void> {
    const { callEndsAt, stage, requesterId } = request;
    if (callEndsAt && callEndsAt > this.clock.now()) throw new Conflict('support.callBooked');
    assertOffered({ callEndsAt, stage }, requesterId === viewer.accountId);
    // A former call without an outcome gives way to the next one.
    if (callEndsAt) await this.cases.endPastCall(request);
  }

  private async slotAt(
    request: SupportRequest,
    startsAt: Date,
    moved?: IntroductoryCall,
  ): Promise<SupporterSlot> {
    const slots = await this.slots.of(request, { on: startsAt, moved });
    const slot = slots.find((one) => +one.startsAt === +startsAt);
    if (!slot) throw this.refusalOf(startsAt);
    return slot;
  }

  private refusalOf(startsAt: Date): Refusal {
    const isPast = startsAt <= this.clock.now();
    if (isPast) return new Invalid('input', { startsAt: 'past' });
    return new Conflict('support.callTimeTaken');
  }

  private async insert(
    request: SupportRequest,
    slot: SupporterSlot,
    booking: Pick<IntroductoryCall, 'bookKey' | 'requesterZone'>,
  ): Promise<void> {
    const { accountId: supporterId, shownZone: supporterZone } = slot.hours;
    const row = { supporterId, supporterZone, ...booking, ...this.timesOf(slot) };
    await this.calls.add(request, row);
  }

  /** The times of a call in this slot. A reminder whose time is over counts as sent. */
  private timesOf({ startsAt, hours, interpreter }: SupporterSlot) {
    const buffers = [hours, interpreter ?? hours].map((one) => takenBy(startsAt, one).blockedUntil);
    const blockedUntil = new Date(Math.max(...buffers.map(Number)));
    const now = this.clock.now();
    const isLater = (ms: number) => startsAt > this.clock.in(ms);
    return {
      ...{ startsAt, endsAt: endOf(startsAt), blockedUntil },
      interpreterId: interpreter?.accountId ?? null,
      dayRemindedAt: isLater(DAY) ? null : now,
      hourRemindedAt: isLater(HOUR) ? null : now,
    };
  }

  private async tellOtherSide(viewer: Viewer, request: SupportRequest): Promise<void> {
    if (request.requesterId === viewer.accountId) await this.cases.news.notifySupporter(request);
    else await this.cases.news.notifyRequester(request);
  }
}

const endOf = (startsAt: Date) => new Date(startsAt.getTime() + CALL_MINUTES * MINUTE);

function assertLocked(locked: readonly string[], { hours, interpreter }: SupporterSlot): void {
  const ids = [hours.accountId, ...(interpreter ? [interpreter.accountId] : [])];
  if (!ids.every((id) => locked.includes(id))) throw new Conflict('support.callTimeTaken');
}

function assertSame(known: IntroductoryCall, { startsAt }: BookCallInput): void {
  if (+known.startsAt !== +startsAt) throw new Conflict('support.callBooked');
}

/** The constraint of the table is the last guard against two calls at a time. */
async function withoutOverlap(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (errorCodeOf(error) === EXCLUSION_VIOLATION) throw new Conflict('support.callTimeTaken');
    throw error;
  }
}
