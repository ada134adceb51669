import { newId } from '#kernel/ids.js';
import { BookCall } from '#support/calls/book-call.js';
import { CallAvailabilityService } from '#support/calls/call-availability.service.js';
import { CallViewsService } from '#support/calls/call-views.service.js';
import { DEMO_CALL, DEMO_CALL_HOURS, type DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** The hours in which supporters offer calls, and a call that a requester booked. */
export function callSteps(
  stage: DemoContext,
  ids: ReadonlyMap<DemoSupportRequest, string>,
): DemoStep[] {
  const offering = {
    daysAgo: 90,
    run: async () => {
      for (const [handle, hours] of Object.entries(DEMO_CALL_HOURS)) {
        await stage.get(CallAvailabilityService).set(await stage.viewer(handle), hours);
      }
    },
  };
  const { of, by, zone, daysAgo } = DEMO_CALL;
  const booking = {
    daysAgo,
    run: async () => {
      const requester = await stage.viewer(by);
      const requestId = ids.get(of)!;
      const found = await stage.get(CallViewsService).findTimes(requester, { requestId, zone });
      const { startsAt } = found.times.at(-1)!;
      await stage.get(BookCall).book(requester, { requestId, startsAt, zone, bookKey: newId() });
    },
  };
  return [offering, booking];
}
