import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ReloadableValue } from '#realtime/reloadable-value.js';
import { EmergencyLine } from './emergency-line.entity.js';
import { type EmergencyList, toEmergencyList } from './emergency-list.view.js';

const CACHE_NAME = 'emergencyList';

/** The emergency list of the public page, cached on every node, so that the page opens while PostgreSQL is down. */
@Injectable()
export class PublicEmergencyListService implements OnModuleInit {
  private readonly cached = new ReloadableValue(async () =>
    toEmergencyList(await this.load(Viewer.nobody())),
  );

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly realtime: RealtimeService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(CACHE_NAME, () => this.cached.reload());
    await this.cached.reload();
  }

  /** The cached list; undefined if it was never loaded. Retries a failed load in the background. */
  current(): EmergencyList | undefined {
    this.cached.retry();
    return this.cached.current;
  }

  /** Loads the lines, oldest first. */
  load(viewer: Viewer): Promise<EmergencyLine[]> {
    return this.access
      .list(EmergencyLine, viewer)
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .getMany();
  }

  /** Makes every node reload the list after COMMIT. The write that calls this waits for the reload. */
  invalidate(): void {
    this.db.afterCommit(() => this.realtime.changed(CACHE_NAME));
  }
}
