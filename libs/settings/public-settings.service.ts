import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ReloadableValue } from '#realtime/reloadable-value.js';
import { SettingsService, type PublicSettingsView } from './settings.service.js';

const CACHE_NAME = 'publicSettings';
const DEFAULTS: PublicSettingsView = {
  ...{ operator: null, exitAddress: null, isSupportClosed: false, canAskWithoutAccount: false },
};

/** Settings shown on public pages, cached on every node, so that these pages work while PostgreSQL is down. */
@Injectable()
export class PublicSettingsService implements OnModuleInit {
  private readonly cached = new ReloadableValue(() => this.settings.shown());

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly settings: SettingsService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(CACHE_NAME, () => this.cached.reload());
    await this.cached.reload();
  }

  /** The cached settings, or the defaults if they were never loaded. Retries a failed load in the background. */
  current(): PublicSettingsView {
    this.cached.retry();
    return this.cached.current ?? DEFAULTS;
  }

  /** The cached settings. Loads them if they were never loaded, and throws if that fails. */
  async known(): Promise<PublicSettingsView> {
    return this.cached.current ?? this.settings.shown();
  }

  /** Makes every node reload the settings after COMMIT. The write that calls this waits for the reload. */
  invalidate(): void {
    this.db.afterCommit(() => this.realtime.changed(CACHE_NAME));
  }
}
