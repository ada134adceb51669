import { Injectable } from '@nestjs/common';
import { Clock, MINUTE } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SessionsService } from './sessions.service.js';

const FRESH = 10 * MINUTE;

/** Acts of consequence ask that the person gave their password in this very session a moment ago. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
  ) {}

  /** Passes within ten minutes of the password given in this session; else Forbidden `session.confirmFirst`. */
  async assertFresh(viewer: Viewer): Promise<void> {
    const at = await this.sessions.confirmedAt(viewer.sessionId);
    if (at && at > this.clock.in(-FRESH)) return;
    throw new Forbidden('session.confirmFirst');
  }
}
