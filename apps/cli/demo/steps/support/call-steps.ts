import { newId } from '#kernel/ids.js';
import { BookCall } from '#support/calls/book-call.js';
import { CallAvailabilityService } from '#support/calls/call-availability.service.js';
import { CallViewsService } from '#support/calls/call-views.service.js';
import { ChooseInterpreter } from '#support/calls/interpreters/choose-interpreter.js';
import { InterpretersService } from '#support/calls/interpreters/interpreters.service.js';
import { InterpreterChoice } from '#support/calls/interpreters/interpreters.view.js';
import {
  DEMO_CALL,
  DEMO_CALL_HOURS,
  DEMO_INTERPRETED_CALL,
  DEMO_INTERPRETER,
} from '../../support-calls.js';
import type { DemoSupportRequest } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** The hours of supporters and an interpreter, and the calls that requesters booked. */
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
  const interpreting = {
    daysAgo: 80,
    run: async () => {
      const { by, name, hours } = DEMO_INTERPRETER;
      const interpreter = await stage.viewer(by);
      await stage.get(InterpretersService).volunteer(interpreter, name);
      await stage.get(CallAvailabilityService).set(interpreter, hours);
    },
  };
  const booking = (call: typeof DEMO_CALL) => ({
    daysAgo: call.daysAgo,
    run: () => book(stage, call, ids.get(call.of)!),
  });
  return [offering, interpreting, booking(DEMO_CALL), booking(DEMO_INTERPRETED_CALL)];
}

/** Books the last offered time, with the interpreter who is offered if one is needed. */
async function book(
  stage: DemoContext,
  { by, zone }: typeof DEMO_CALL,
  requestId: string,
): Promise<void> {
  const requester = await stage.viewer(by);
  const { interpreter } = await stage.get(ChooseInterpreter).find(requester, requestId);
  if (interpreter) {
    const agreed = { requestId, choice: InterpreterChoice.agree, interpreterId: interpreter.id };
    await stage.get(ChooseInterpreter).choose(requester, agreed);
  }
  const found = await stage.get(CallViewsService).findTimes(requester, { requestId, zone });
  const { startsAt } = found.times.at(-1)!;
  await stage.get(BookCall).book(requester, { requestId, startsAt, zone, bookKey: newId() });
}
