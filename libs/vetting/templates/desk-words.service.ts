import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Forbidden, Invalid } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { ChecklistItem, NO_CONFLICT } from './checklist-item.entity.js';
import { ReasonTemplate } from './reason-template.entity.js';
import { hashOf } from './desk-words-changes.js';
import { listedItem, listedTemplate } from './desk-words-lists.js';
import type { DeskWordsView } from './desk-words.views.js';

const IN_USE = { where: { retiredAt: IsNull() }, order: { position: 'ASC', id: 'ASC' } } as const;

/** What this instance gives its reviewers to look at and to begin with. */
@Injectable()
export class DeskWords {
  constructor(private readonly db: Database) {}

  /** Both, for those who vet and for those who settle them. */
  async shown(viewer: Viewer): Promise<DeskWordsView> {
    if (!isFor(viewer)) throw new Forbidden('door.notForYou');
    const checklist = await this.checklist();
    const templates = await this.templates();
    return {
      ...{ checklist, templates, retired: await this.retired() },
      checklistReadAs: hashOf(checklist.map(listedItem)),
      templatesReadAs: hashOf(templates.map(listedTemplate)),
    };
  }

  /** What reviews of before may name. */
  private retired(): Promise<ChecklistItem[]> {
    return this.db.repo(ChecklistItem).findBy({ retiredAt: Not(IsNull()) });
  }

  /** In order. */
  checklist(): Promise<ChecklistItem[]> {
    return this.db.repo(ChecklistItem).find(IN_USE);
  }

  /** In order. */
  templates(): Promise<ReasonTemplate[]> {
    return this.db.repo(ReasonTemplate).find(IN_USE);
  }

  /** Passes for what may be ticked, with the one that nobody does without. */
  async assertChecks(checks: readonly string[]): Promise<void> {
    if (!checks.includes(NO_CONFLICT)) {
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
