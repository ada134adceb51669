import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { Database } from '#database/database.js';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { LANGUAGES } from '#kernel/language.js';
import { keepUnchangedLanguages, type LocalizedText } from '#kernel/localized-text.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import {
  assertChanged,
  type RequestedList,
  VersionedListsService,
} from '#settings/lists/versioned-lists.service.js';
import { SupportTemplate, type SupportTemplatePurpose } from './support-template.entity.js';
import type { SupportTemplatesInput, SupportTemplatesView } from './support-templates.view.js';

const SETTING_NAME = 'supportTemplates';
const IN_USE = { where: { retiredAt: IsNull() }, order: { position: 'ASC', id: 'ASC' } } as const;

/** A template as stored in a change request. */
interface RequestedTemplate {
  readonly key: string;
  readonly purpose: SupportTemplatePurpose;
  readonly titles: LocalizedText;
  readonly bodies: LocalizedText;
}

/** The templates of supporters, as a setting whose changes need two administrators. */
@Injectable()
export class SupportTemplatesService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly lists: VersionedListsService,
    private readonly changes: ChangeSettingsService,
  ) {}

  onModuleInit() {
    this.lists.register<RequestedTemplate>(SETTING_NAME, {
      current: () => this.current(),
      assertFits: (items, now) => assertChanged(items, now, inOrder),
      apply: (items) => this.apply(items),
      formatter: {
        labelSuffixOf: ({ purpose }) => purpose,
        texts: ({ titles, bodies }) => ({ titles, bodies }),
      },
    });
  }

  /** Throws Forbidden unless the viewer is a supporter or may change settings. */
  async shown(viewer: Viewer): Promise<SupportTemplatesView> {
    const ability = abilityOf(viewer);
    const isFor =
      ability.mayEver('useWorkName', 'SupportRequest') || ability.mayEver('change', 'Instance');
    if (!isFor) throw new Forbidden('door.notForYou');
    const items = await this.inUse();
    return { items, readAs: this.lists.hashOf(items.map(toRequested)) };
  }

  /** Requests a new list; another administrator must approve it. */
  async ask(viewer: Viewer, input: SupportTemplatesInput): Promise<TwoPersonAct> {
    const now = new Map((await this.current()).map((one) => [one.key, one]));
    const items = input.items.map(({ key, purpose, titles, bodies }): RequestedTemplate => {
      if (key && !now.has(key)) throw new Conflict('settings.changed');
      const untouched = keepUnchangedLanguages(now.get(key ?? '')?.bodies, bodies);
      return { key: key ?? newId(), purpose, titles, bodies: untouched };
    });
    const value: RequestedList<RequestedTemplate> = { readAs: input.readAs, items };
    return this.changes.ask(viewer, { setting: SETTING_NAME, value }, input.reason);
  }

  private inUse(): Promise<SupportTemplate[]> {
    return this.db.repo(SupportTemplate).find(IN_USE);
  }

  private async current(): Promise<RequestedTemplate[]> {
    return (await this.inUse()).map(toRequested);
  }

  private async apply(items: readonly RequestedTemplate[]): Promise<void> {
    const rows = this.db.repo(SupportTemplate);
    const inUse = await this.inUse();
    const byId = new Map(inUse.map((row) => [row.id, row]));
    const wanted = items.map(({ key: id, ...said }) =>
      Object.assign(byId.get(id) ?? rows.create({ id }), said),
    );
    await this.lists.save(rows, inUse, wanted);
  }
}

const toRequested = ({ id: key, purpose, titles, bodies }: SupportTemplate): RequestedTemplate => ({
  ...{ key, purpose, titles, bodies },
});

/** Normalises the order of properties, so that equal templates compare as equal. */
const inOrder = ({ key, purpose, titles, bodies }: RequestedTemplate) => [
  ...[key, purpose],
  ...LANGUAGES.flatMap((language) => [titles[language], bodies[language]]),
];
