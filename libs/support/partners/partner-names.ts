import { Injectable } from '@nestjs/common';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { HelperTexts } from '../helpers/helper-texts.js';
import { Supporter } from '../requests/supporter.entity.js';
import { lookOf, looksOfficial } from '../requests/supporters.service.js';

/** Words of the mark that pages show beside the name of a supporter, in all languages. */
const MARK_WORDS = ['apoyo', 'apoio', 'support'];

/** The names under which people of the partner side take part. */
@Injectable()
export class PartnerNames {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadsService,
    private readonly helpers: HelperTexts,
  ) {}

  /**
   * Throws Invalid for a name that looks like a work name, contains the name of somebody in the case, or looks like staff or
   * like the mark of supporters: the people of the case tell each other apart by name. The caller must have locked the case.
   */
  async assertFree(caseId: string, name: string): Promise<void> {
    const supporters = await this.db.repo(Supporter).find();
    const workNames = supporters.flatMap((one) => [one.workName, one.formerWorkName]);
    const inCase = (await this.threads.participants(caseId)).map((one) => one.name);
    inCase.push(...(await this.helpers.namesOf(caseId)));
    const words = wordsOf(name);
    const isTaken =
      workNames.some((other) => other && lookOf(other) === lookOf(name)) ||
      inCase.some((other) => other && contains(words, wordsOf(other))) ||
      looksOfficial(words.join('')) ||
      MARK_WORDS.some((mark) => words.join('').includes(mark));
    if (isTaken) throw new Invalid('input', { name: 'nameOfAnother' });
  }

  /** The chosen names of the people who take part in a case, by account id. */
  async of(caseId: string): Promise<Map<string, string | null>> {
    const all = await this.threads.participants(caseId);
    return new Map(all.map(({ accountId, name }) => [accountId, name]));
  }
}

const wordsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(lookOf)
    .filter((word) => word !== '');

/** Whether a name contains the words of another one in order, or is written like it without spaces. */
const contains = (words: readonly string[], other: readonly string[]): boolean =>
  other.length > 0 &&
  (words.join('') === other.join('') || ` ${words.join(' ')} `.includes(` ${other.join(' ')} `));
