import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import type { AskAsGuestInput, GuestRequest } from './guest.inputs.js';
import { GuestAvailabilityService } from './guest-availability.service.js';
import { GuestRateLimits } from './guest-rate-limits.service.js';
import { MakeGuestRequest } from './make-guest-request.js';
import { SentGuestRequests } from './sent-guest-requests.service.js';

/** Makes requests for support without an account: each belongs to a guest of its own. */
@Injectable()
export class AskAsGuest {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly availability: GuestAvailabilityService,
    private readonly sent: SentGuestRequests,
    private readonly requests: MakeGuestRequest,
    private readonly limits: GuestRateLimits,
  ) {}

  /**
   * Makes a request and its phrase. Sending it again within an hour, because the answer was lost, gives the request another
   * phrase and takes over changed answers. Throws Conflict if a supporter has opened it with other answers.
   */
  async ask(viewer: Viewer, input: AskAsGuestInput, ip: string): Promise<GuestRequest> {
    this.availability.assertNoAccount(viewer);
    this.access.allow(viewer, 'makeAsGuest', 'SupportRequest');
    const sent = await this.sent.sendAgain(input);
    if (sent) return sent;
    await this.availability.assertOpen();
    const { answer } = await this.limits.countRequest(ip, () => this.make(input));
    return answer;
  }

  private make(input: AskAsGuestInput): Promise<{ answer: GuestRequest; isNew: boolean }> {
    return this.db.write(async () => {
      await this.sent.lock(input);
      const earlier = await this.sent.sendAgain(input);
      if (earlier) return { answer: earlier, isNew: false };
      await this.availability.assertOpen();
      return { answer: await this.requests.make(input), isNew: true };
    });
  }
}
