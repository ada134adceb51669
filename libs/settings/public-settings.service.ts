import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { SettingsService, type PublicSettingsView } from './settings.service.js';

const CACHE_NAME = 'publicSettings';

/** Cached at every node: a public page opens while PostgreSQL is away. */
@Injectable()
export class PublicSettingsService implements OnModuleInit {
  private cached: PublicSettingsView = { operator: null, exitAddress: null };
  private isStale = false;

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly settings: SettingsService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(CACHE_NAME, () => this.reread());
    await this.reread();
  }

  /** The cached settings. */
  current(): PublicSettingsView {
    if (this.isStale) void this.reread();
    return this.cached;
  }

  /** Inside write(). After COMMIT every node rereads the settings; the write waits for that. */
  invalidate(): void {
    this.db.afterCommit(() => this.realtime.changed(CACHE_NAME));
  }

  private async reread(): Promise<void> {
    this.isStale = false;
    try {
      this.cached = await this.settings.shown();
    } catch {
      this.isStale = true; // the next call of current() rereads them
    }
  }
}
