import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { requestsOfViewer } from '../requests/assignments/requests-of-viewer.js';
import { SupportAssignmentService } from '../requests/support-assignment.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { SupportersService } from '../requests/supporters.service.js';
import { CallLinks } from './call-links.js';
import { assertOffered, CallSlotsService } from './call-slots.service.js';
import type { FindCallTimesInput } from './introductory-call.inputs.js';
import { CallSide, CallState, IntroductoryCall } from './introductory-call.entity.js';
import type { CallTimesView, IntroductoryCallView } from './introductory-call.view.js';
import { Interpreter } from './interpreters/interpreter.entity.js';
import { calendarFileOf } from './times/call-calendar.js';
import { offeredSlots } from './times/offered-slots.js';

const MAX_LISTED = 100;

/** Reads calls and free times for both sides. */
@Injectable()
export class CallViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly slots: CallSlotsService,
    private readonly supporters: SupportersService,
    private readonly assignment: SupportAssignmentService,
  ) {}

  /** A few free times for a call about this request. Counts as a look-up of the viewer's day. */
  async findTimes(viewer: Viewer, input: FindCallTimesInput): Promise<CallTimesView> {
    const { requestId, zone, from } = input;
    if (!isId(requestId)) throw new NotFound();
    await this.assignment.sweep();
    const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
    const isOwn = request.requesterId === viewer.accountId;
    assertOffered(request, isOwn);
    await this.slots.count(viewer, 'findCallTimes');
    const [moved] = await this.booked([requestId]);
    const found = await this.slots.of(request, { from: from ?? null, moved });
    const slots = found.filter(
      ({ startsAt }) => (!from || startsAt >= from) && +startsAt !== +(moved?.startsAt ?? 0),
    );
    const times = offeredSlots(slots, zone).map((slot) => ({
      ...{ startsAt: slot.startsAt, zone: slot.zone },
    }));
    const last = times.at(-1)?.startsAt;
    const later = last && slots.filter(({ startsAt }) => startsAt > last);
    const laterFrom = later?.map(({ startsAt }) => startsAt).toSorted((a, b) => +a - +b)[0] ?? null;
    return { times, laterFrom };
  }

  /** The last call of a request; null before the first one. */
  async one(viewer: Viewer, requestId: string): Promise<IntroductoryCallView | null> {
    await this.assignment.sweep();
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readCall');
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const where = { requestId };
    const [call] = await this.db.repo(IntroductoryCall).find({ where, order, take: 1 });
    if (!call) return null;
    // Both sides see only calls of their own: earlier ones belong to others.
    const isOwn = request.requesterId === viewer.accountId;
    const isTheirs = (isOwn ? call.requesterId : call.supporterId) === viewer.accountId;
    return isTheirs ? this.view(viewer, request, call) : null;
  }

  /** The booked calls of the viewer, on either side, in their order. */
  async mine(viewer: Viewer): Promise<IntroductoryCallView[]> {
    await this.assignment.sweep();
    const requests = await requestsOfViewer(this.access, viewer, 'readCall')
      .andWhere('it.call_ends_at is not null')
      .orderBy('it.call_ends_at')
      .addOrderBy('it.id')
      .take(MAX_LISTED)
      .getMany();
    const calls = await this.booked(requests.map(({ id }) => id));
    const byRequest = new Map(calls.map((call) => [call.requestId, call]));
    return Promise.all(
      requests.flatMap((request) => {
        const call = byRequest.get(request.id);
        return call ? [this.view(viewer, request, call)] : [];
      }),
    );
  }

  private async interpreterName({ interpreterId: accountId }: IntroductoryCall) {
    if (!accountId) return null;
    return (await this.db.repo(Interpreter).findOneBy({ accountId }))?.name ?? null;
  }

  private booked(requestIds: readonly string[]): Promise<IntroductoryCall[]> {
    const where = { requestId: In([...requestIds]), state: CallState.booked };
    return this.db.repo(IntroductoryCall).findBy(where);
  }

  private async view(
    viewer: Viewer,
    request: Permitted<SupportRequest, 'readCall'>,
    call: IntroductoryCall,
  ): Promise<IntroductoryCallView> {
    const isRequester = request.requesterId === viewer.accountId;
    const { from, until } = CallLinks.shownBetween(call);
    const now = this.clock.now();
    // The supporter tests the link before; a requester who reads it early could enter the call of others.
    const isTime = !isRequester || (from <= now && now < until);
    const isShown = call.state === CallState.booked && isTime;
    const { startsAt, endsAt, requesterZone, supporterZone, state } = call;
    const { endedBy, cancelReason, outcome } = call;
    return {
      ...{ requestId: request.id, number: request.number, startsAt, endsAt },
      ...{ requesterZone, supporterZone, state, endedBy, cancelReason, outcome },
      viewerSide: isRequester ? CallSide.requester : CallSide.supporter,
      supporterName: (await this.supporters.of(call.supporterId))?.workName ?? null,
      interpreterName: await this.interpreterName(call),
      hasLink: call.link !== null,
      link: isShown ? CallLinks.decrypt(request, call) : null,
      ...{ linkShownFrom: from, linkShownUntil: until },
      calendarFile: calendarFileOf(call, viewer.accountId),
      viewerCan: await this.access.viewerCan('SupportRequest', request.id, viewer),
    };
  }
}
