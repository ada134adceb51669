import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Conflict } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportAssignmentService } from '../requests/support-assignment.service.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CallLinks } from './call-links.js';
import { InterpreterNews } from './interpreters/interpreters.events.js';
import { LinkTemplateSetting } from './links/link-template-setting.service.js';
import { CallState, IntroductoryCall } from './introductory-call.entity.js';

interface BookedCall<A extends string> {
  readonly request: Permitted<SupportRequest, A>;
  readonly call: IntroductoryCall;
}

/** Adds booked calls, and loads them for changes. */
@Injectable()
export class BookedCalls {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly assignment: SupportAssignmentService,
    private readonly template: LinkTemplateSetting,
    private readonly events: EventsService,
  ) {}

  /** Locks the request and runs `change` with its booked call, in one transaction. Throws Conflict without a call. */
  async withCall<A extends 'arrangeCall' | 'leadCall'>(
    viewer: Viewer,
    requestId: string,
    right: A,
    change: (booked: BookedCall<A>) => Promise<void>,
  ): Promise<void> {
    await this.assignment.sweep();
    await this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, right);
      await change({ request, call: await this.of(requestId) });
    });
  }

  /** Adds a booked call. It gets a link made of the template, if there is one. */
  async add(request: SupportRequest, call: Partial<IntroductoryCall>): Promise<void> {
    const id = newId();
    const newLink = await this.template.newLink();
    const link = newLink ? CallLinks.encrypt(request, id, newLink) : null;
    const { id: requestId, requesterId } = request;
    await this.db
      .repo(IntroductoryCall)
      .insert({ ...call, id, requestId, requesterId, link, state: CallState.booked });
  }

  /** Notifies the interpreters of a call that was booked, moved or cancelled. */
  async tellInterpreters(...ids: (string | null | undefined)[]): Promise<void> {
    for (const interpreterId of new Set(ids.filter((id) => id != null)))
      await this.events.record(InterpreterNews, { interpreterId });
  }

  /** The booked call of a request. Throws Conflict without one. */
  async of(requestId: string): Promise<IntroductoryCall> {
    const where = { requestId, state: CallState.booked };
    const call = await this.db.repo(IntroductoryCall).findOneBy(where);
    if (!call) throw new Conflict('support.noCall');
    return call;
  }
}
