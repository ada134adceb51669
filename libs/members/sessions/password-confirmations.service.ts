import { Injectable } from '@nestjs/common';
import { Clock, MINUTE } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SessionsService } from './sessions.service.js';

const FRESH = 10 * MINUTE;

/** Sensitive actions require that the person entered their password in this session within the last minutes. */
@Injectable()
export class PasswordConfirmationsService {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Throws Forbidden `session.confirmFirst` unless the password was entered in this session within the last ten
   * minutes.
   */
  async assertFresh(viewer: Viewer): Promise<void> {
    const at = await this.sessions.confirmedAt(viewer.sessionId);
    if (at && at > this.clock.in(-FRESH)) return;
    throw new Forbidden('session.confirmFirst');
  }
}
