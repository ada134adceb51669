import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { LANGUAGES } from '#kernel/language.js';
import { fits } from '#kernel/text.js';
import { ChangeableSettings } from '#settings/changeable-settings.service.js';
import type { InLanguages } from './checklist-item.entity.js';
import { type AskedList, hashOf, unlessUntouched } from './desk-words-changes.js';
import { listedTemplate, type ListedTemplate } from './desk-words-lists.js';
import type { ReasonTemplateInput } from './desk-words.inputs.js';
import { DeskWords } from './desk-words.service.js';
import { keepInOrder, listSetting } from './list-setting.js';
import { ReasonTemplate, TemplatePurpose } from './reason-template.entity.js';
import { MAX_QUESTION } from '../reviews/reviews.inputs.js';

export const TEMPLATES = 'reasonTemplates';

/** The review templates, as a setting whose changes need two administrators. */
@Injectable()
export class TemplatesSetting implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly words: DeskWords,
    private readonly changeable: ChangeableSettings,
  ) {}

  onModuleInit() {
    const setting = listSetting<ListedTemplate>({
      current: () => this.current(),
      assertFits: assertOther,
      apply: (items) => this.apply(items),
      telling: { ofWhat, texts: ({ titles, bodies }) => [titles, bodies] },
    });
    this.changeable.register(TEMPLATES, setting);
  }

  /** Converts the input to a requested list. New templates get a key. */
  async asked(
    readAs: string,
    inputs: readonly ReasonTemplateInput[],
  ): Promise<AskedList<ListedTemplate>> {
    const now = new Map((await this.current()).map((item) => [item.key, item]));
    const items = inputs.map(
      ({ key, purpose, reasonClass, titles, bodies }, at): ListedTemplate => {
        if (key && !now.has(key)) throw new Conflict('settings.changed');
        const isDecline = purpose === TemplatePurpose.decline;
        if (isDecline && !reasonClass) {
          throw new Invalid('input', { [`items.${at}.reasonClass`]: 'missing' });
        }
        if (purpose === TemplatePurpose.ask) assertAskable(bodies, at);
        const ofClass = isDecline ? (reasonClass ?? null) : null;
        const untouched = unlessUntouched(now.get(key ?? '')?.bodies, bodies);
        return {
          ...{ key: key ?? newId(), purpose, reasonClass: ofClass, titles, bodies: untouched },
        };
      },
    );
    return { readAs, items };
  }

  private async current(): Promise<ListedTemplate[]> {
    return (await this.words.templates()).map(listedTemplate);
  }

  private async apply(items: readonly ListedTemplate[]): Promise<void> {
    const rows = this.db.repo(ReasonTemplate);
    const inUse = await this.words.templates();
    const byId = new Map(inUse.map((row) => [row.id, row]));
    const wanted = items.map(({ key: id, ...said }) =>
      Object.assign(byId.get(id) ?? rows.create({ id }), said),
    );
    await keepInOrder(rows, inUse, wanted, this.clock.now());
  }
}

const ofWhat = ({ purpose, reasonClass }: ListedTemplate) =>
  reasonClass ? `${purpose}:${reasonClass}` : `${purpose}`;

function assertOther(items: readonly ListedTemplate[], now: readonly ListedTemplate[]): void {
  if (hashOf(items.map(inOrder)) === hashOf(now.map(inOrder))) throw new Conflict('settings.same');
}

/** Normalises the order of properties, so that equal templates have equal hashes. */
const inOrder = ({ key, purpose, reasonClass, titles, bodies }: ListedTemplate) => [
  ...[key, purpose, reasonClass],
  ...LANGUAGES.flatMap((language) => [titles[language], bodies[language]]),
];

/** Questions have a lower length limit than reasons, so a template for a question must fit it. */
function assertAskable(bodies: InLanguages, at: number): void {
  const long = LANGUAGES.find((language) => !fits(bodies[language], MAX_QUESTION));
  if (long) throw new Invalid('input', { [`items.${at}.bodies.${long}`]: 'tooLong' });
}
