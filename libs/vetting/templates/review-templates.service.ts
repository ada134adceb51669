import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Forbidden, Invalid } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { VersionedListsService } from '#settings/lists/versioned-lists.service.js';
import { ChecklistItem, NO_CONFLICT_ITEM_KEY } from './checklist-item.entity.js';
import { ReasonTemplate } from './reason-template.entity.js';
import {
  toRequestedChecklistItem,
  toRequestedTemplate,
} from './requested-checklist-and-templates.js';
import type { ReviewTemplatesView } from './review-templates.view.js';

const IN_USE = { where: { retiredAt: IsNull() }, order: { position: 'ASC', id: 'ASC' } } as const;

/** Reads this instance's checklist and review templates. */
@Injectable()
export class ReviewTemplatesService {
  constructor(
    private readonly db: Database,
    private readonly lists: VersionedListsService,
  ) {}

  /** Returns both lists. Throws Forbidden unless the viewer reviews applications or may change settings. */
  async shown(viewer: Viewer): Promise<ReviewTemplatesView> {
    if (!isFor(viewer)) throw new Forbidden('door.notForYou');
    const checklist = await this.checklist();
    const templates = await this.templates();
    return {
      ...{ checklist, templates, retired: await this.retired() },
      checklistReadAs: this.lists.hashOf(checklist.map(toRequestedChecklistItem)),
      templatesReadAs: this.lists.hashOf(templates.map(toRequestedTemplate)),
    };
  }

  /** Retired items, to which older reviews may refer. */
  private retired(): Promise<ChecklistItem[]> {
    return this.db.repo(ChecklistItem).findBy({ retiredAt: Not(IsNull()) });
  }

  checklist(): Promise<ChecklistItem[]> {
    return this.db.repo(ChecklistItem).find(IN_USE);
  }

  templates(): Promise<ReasonTemplate[]> {
    return this.db.repo(ReasonTemplate).find(IN_USE);
  }

  /** Throws Invalid unless the checks are items of the current checklist and include `NO_CONFLICT_ITEM_KEY`. */
  async assertChecks(checks: readonly string[]): Promise<void> {
    if (!checks.includes(NO_CONFLICT_ITEM_KEY)) {
      throw new Invalid('input', { checks: 'conflictOfInterest' });
    }
    const known = new Set((await this.checklist()).map(({ key }) => key));
    if (checks.some((key) => !known.has(key)))
      throw new Invalid('input', { checks: 'listChanged' });
  }
}

function isFor(viewer: Viewer): boolean {
  const ability = abilityOf(viewer);
  return ability.mayEver('queue', 'Application') || ability.mayEver('change', 'Instance');
}
