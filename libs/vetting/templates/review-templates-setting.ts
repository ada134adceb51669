import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { LANGUAGES } from '#kernel/language.js';
import { fitsLength } from '#kernel/text.js';
import { keepUnchangedLanguages, type LocalizedText } from '#kernel/localized-text.js';
import {
  assertChanged,
  type RequestedList,
  VersionedListsService,
} from '#settings/lists/versioned-lists.service.js';
import {
  toRequestedTemplate,
  type RequestedTemplate,
} from './requested-checklist-and-templates.js';
import type { ReasonTemplateInput } from './review-templates.inputs.js';
import { ReviewTemplatesService } from './review-templates.service.js';
import { ReasonTemplate, TemplatePurpose } from './reason-template.entity.js';
import { MAX_APPLICANT_QUESTION_LENGTH } from '../reviews/reviews.inputs.js';

export const REVIEW_TEMPLATES_SETTING_NAME = 'reasonTemplates';

/** The review templates, as a setting whose changes need two administrators. */
@Injectable()
export class ReviewTemplatesSetting implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly words: ReviewTemplatesService,
    private readonly lists: VersionedListsService,
  ) {}

  onModuleInit() {
    this.lists.register<RequestedTemplate>(REVIEW_TEMPLATES_SETTING_NAME, {
      current: () => this.current(),
      assertFits: (items, now) => assertChanged(items, now, inOrder),
      apply: (items) => this.apply(items),
      formatter: { labelSuffixOf, texts: ({ titles, bodies }) => ({ titles, bodies }) },
    });
  }

  /** Converts the input to a requested list. New templates get a key. */
  async asked(
    readAs: string,
    inputs: readonly ReasonTemplateInput[],
  ): Promise<RequestedList<RequestedTemplate>> {
    const now = new Map((await this.current()).map((item) => [item.key, item]));
    const items = inputs.map(
      ({ key, purpose, reasonClass, titles, bodies }, at): RequestedTemplate => {
        if (key && !now.has(key)) throw new Conflict('settings.changed');
        const isDecline = purpose === TemplatePurpose.decline;
        if (isDecline && !reasonClass) {
          throw new Invalid('input', { [`items.${at}.reasonClass`]: 'missing' });
        }
        if (purpose === TemplatePurpose.ask) assertAskable(bodies, at);
        const ofClass = isDecline ? (reasonClass ?? null) : null;
        const untouched = keepUnchangedLanguages(now.get(key ?? '')?.bodies, bodies);
        return {
          ...{ key: key ?? newId(), purpose, reasonClass: ofClass, titles, bodies: untouched },
        };
      },
    );
    return { readAs, items };
  }

  private async current(): Promise<RequestedTemplate[]> {
    return (await this.words.templates()).map(toRequestedTemplate);
  }

  private async apply(items: readonly RequestedTemplate[]): Promise<void> {
    const rows = this.db.repo(ReasonTemplate);
    const inUse = await this.words.templates();
    const byId = new Map(inUse.map((row) => [row.id, row]));
    const wanted = items.map(({ key: id, ...said }) =>
      Object.assign(byId.get(id) ?? rows.create({ id }), said),
    );
    await this.lists.save(rows, inUse, wanted);
  }
}

const labelSuffixOf = ({ purpose, reasonClass }: RequestedTemplate) =>
  reasonClass ? `${purpose}:${reasonClass}` : `${purpose}`;

/** Normalises the order of properties, so that equal templates compare as equal. */
const inOrder = ({ key, purpose, reasonClass, titles, bodies }: RequestedTemplate) => [
  ...[key, purpose, reasonClass],
  ...LANGUAGES.flatMap((language) => [titles[language], bodies[language]]),
];

/** Throws if a template for a question is longer than a question may be. Questions have a lower limit than reasons. */
function assertAskable(bodies: LocalizedText, at: number): void {
  const long = LANGUAGES.find(
    (language) => !fitsLength(bodies[language], MAX_APPLICANT_QUESTION_LENGTH),
  );
  if (long) throw new Invalid('input', { [`items.${at}.bodies.${long}`]: 'tooLong' });
}
