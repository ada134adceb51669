import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import type { ReportReason } from '../reports/report.entity.js';
import type { ReportableContentType } from '../reports/reportable-content-registry.js';
import type { Matter } from './matter.entity.js';

/** Facts about a matter that the queue shows besides its stage. */
export interface MatterSummary {
  readonly reportCount: number;
  /** How many reopenings with concerns led to this matter. */
  readonly concernCount: number;
  readonly reasons: ReportReason[];
  readonly subjectNames: ReportableContentType[];
}

interface Row extends MatterSummary {
  readonly id: string;
}

const TEXT = `
  select m.id, count(r.id)::int as "reportCount",
    (select count(*)::int from reopening c where c.matter_key = m.id) as "concernCount",
    array(select distinct o.reason from report o where o.matter_id = m.id order by 1) as reasons,
    array(select distinct o.subject_name from report o where o.matter_id = m.id order by 1) as "subjectNames"
  from matter m left join report r on r.matter_id = m.id where m.id = any($1) group by m.id`;

@Injectable()
export class MatterSummaries {
  private readonly loaders = new PerViewerCache<DataLoader<string, MatterSummary>>();

  constructor(private readonly db: Database) {}

  /** Loads the summary of a matter. Batched. */
  of(viewer: Viewer, { id }: Permitted<Matter>): Promise<MatterSummary> {
    const make = () => new DataLoader((ids: readonly string[]) => this.read(ids), NO_MEMORY);
    return this.loaders.of(viewer, make).load(id);
  }

  private async read(ids: readonly string[]) {
    const rows = await this.db.query<Row>(TEXT, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? new Error('matter without a row'));
  }
}

/** No cache, because a write may change the result within a request. */
const NO_MEMORY = { cache: false };
