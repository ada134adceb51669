import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { SettingsService, type ShownSettings } from './settings.service.js';

const KEPT = 'publicSettings';

/** Cached at every node: a public page opens while PostgreSQL is away. */
@Injectable()
export class PublicSettings implements OnModuleInit {
  private cached: ShownSettings = { operator: null, exitAddress: null };
  private isStale = false;

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly settings: SettingsService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(KEPT, () => this.reread());
    await this.reread();
  }

  /** As they were read last. */
  now(): ShownSettings {
    if (this.isStale) void this.reread();
    return this.cached;
  }

  /** Inside write(). Has every node read them again after COMMIT; the write waits for them. */
  changes(): void {
    this.db.afterCommit(() => this.realtime.changed(KEPT));
  }

  private async reread(): Promise<void> {
    this.isStale = false;
    try {
      this.cached = await this.settings.shown();
    } catch {
      this.isStale = true; // whoever asks next has them read again
    }
  }
}
