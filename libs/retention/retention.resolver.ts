import { Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { HOUR } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { DataClassView } from './data-class.view.js';
import { DataClassesService } from './data-classes.service.js';
import { Receipt } from './receipt.entity.js';
import { DestructionReceiptsService } from './destruction-receipts.service.js';
import { RetentionService } from './retention.service.js';

@Resolver()
export class RetentionResolver {
  constructor(
    private readonly classes: DataClassesService,
    private readonly retention: RetentionService,
    private readonly receipts: DestructionReceiptsService,
  ) {}

  /** Data classes with purpose, retention time and last run. */
  @For('administrator')
  @Query(() => [DataClassView])
  async dataClasses(): Promise<DataClassView[]> {
    const runs = await this.retention.runs();
    return this.classes.all().map(({ name, owner, purpose, lasts }) => {
      const { ranAt = null, count = 0, failingSince = null } = runs.get(name) ?? {};
      return { name, owner, purpose, lastsHours: lasts / HOUR, ranAt, count, failingSince };
    });
  }

  /** Receipts of the viewer's data that was destroyed at the end of its retention. */
  @For('anySignedIn')
  @Query(() => [Receipt])
  myDataReceipts(@CurrentViewer() viewer: Viewer): Promise<Receipt[]> {
    return this.receipts.about(viewer);
  }
}
