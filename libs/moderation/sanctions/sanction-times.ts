import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Sanction } from './sanction.entity.js';
import type { Notice } from '../notices/notice.entity.js';

type Times = Pick<Sanction, 'endsAt' | 'liftedAt'>;

/** Loads when sanctions end or were lifted, for their notices. */
@Injectable()
export class SanctionTimes {
  private readonly loaders = new PerViewerCache<DataLoader<string, Times | null>>();

  constructor(private readonly db: Database) {}

  /** When the sanction behind a notice ends or was lifted; null for a notice without a sanction. Batched. */
  async of(viewer: Viewer, { sanctionId }: Permitted<Notice>): Promise<Times | null> {
    if (!sanctionId) return null;
    const make = () => new DataLoader((ids: readonly string[]) => this.read(ids), FORGETTING);
    return this.loaders.of(viewer, make).load(sanctionId);
  }

  private async read(ids: readonly string[]) {
    const rows = await this.db.repo(Sanction).findBy({ id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

/** No cache, because a write may change the result within a request. */
const FORGETTING = { cache: false };
