import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ReloadedValue } from './reloaded-value.js';
import { SettingsService, type PublicSettingsView } from './settings.service.js';

const CACHE_NAME = 'publicSettings';
const DEFAULTS: PublicSettingsView = { operator: null, exitAddress: null };

/** Cached at every node: a public page opens while PostgreSQL is away. */
@Injectable()
export class PublicSettingsService implements OnModuleInit {
  private readonly cached = new ReloadedValue(() => this.settings.shown());

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly settings: SettingsService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(CACHE_NAME, () => this.cached.reload());
    await this.cached.reload();
  }

  /** The cached settings; the defaults of the product where they were never read. */
  current(): PublicSettingsView {
    this.cached.retry();
    return this.cached.current ?? DEFAULTS;
  }

  /** The cached settings. Throws where they were never read and cannot be. */
  async known(): Promise<PublicSettingsView> {
    return this.cached.current ?? this.settings.shown();
  }

  /** After COMMIT every node rereads the settings; the write waits for that. */
  invalidate(): void {
    this.db.afterCommit(() => this.realtime.changed(CACHE_NAME));
  }
}
