import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { type Language, LANGUAGES } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { BUILT_IN_LEXICON, foldPhrase, isOnlyStopWords, RECOGNISABLE_TERMS } from './lexicon.js';
import type { Term, TermId } from '../term.js';
import { TermWord } from './term-word.entity.js';
import type { AddTermWordInput } from './term-words.inputs.js';
import type { TermWords } from './term-words.view.js';
import { toTermView } from '../taxonomy.service.js';
import { LexiconService } from './lexicon.service.js';

/** Maximum number of added synonyms per term. */
const MOST = 40;

/** Synonyms that an instance adds to terms, so that people are found by local expressions. */
@Injectable()
export class TermWordsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly vocabulary: LexiconService,
  ) {}

  /** All terms that are recognised in typed words, with their synonyms. */
  async all(language: Language): Promise<TermWords[]> {
    const order = { word: 'ASC', id: 'ASC' } as const;
    const own = Map.groupBy(await this.db.repo(TermWord).find({ order }), (one) => one.termId);
    return RECOGNISABLE_TERMS.map((term) => ({
      term: toTermView(term, language),
      kind: term.kind,
      builtIn: wordsIn(term),
      own: own.get(term.id) ?? [],
    }));
  }

  /** Other terms that have the same synonym. */
  async alsoNamed({ termId, word }: TermWord): Promise<TermId[]> {
    const lexicon = await this.vocabulary.lexicon();
    return lexicon.named(word).filter((id) => id !== termId);
  }

  /** Adds a synonym to a term. Throws Invalid if the folded form exists already, and Conflict at the maximum. */
  add(viewer: Viewer, { term: termId, language, word }: AddTermWordInput): Promise<TermWord> {
    const folded = foldPhrase(word);
    if (!RECOGNISABLE_TERMS.some(({ id }) => id === termId)) throw wrong('term', 'unknownTerm');
    if (folded === '') throw wrong('word', 'blank');
    if (isOnlyStopWords(folded)) throw wrong('word', 'onlyJoins');
    return this.change(viewer, async () => {
      const words = this.db.repo(TermWord);
      const own = await words.findBy({ termId });
      const isBuiltIn = BUILT_IN_LEXICON.named(folded).some((id) => id === termId);
      if (isBuiltIn || own.some((one) => one.folded === folded))
        throw wrong('word', 'thereAlready');
      if (own.length >= MOST) throw new Conflict('termWord.full');
      return words.save(words.create({ termId, language, word, folded }));
    });
  }

  remove(viewer: Viewer, id: string): Promise<boolean> {
    return this.change(viewer, async () => {
      const { affected } = isId(id) ? await this.db.repo(TermWord).delete(id) : { affected: 0 };
      if (!affected) throw new NotFound();
      return true;
    });
  }

  /**
   * Runs changes one after the other (table lock), audits each, and makes every node reload the synonyms before the
   * mutation returns. Requires the permission to change the instance.
   */
  private change<T>(viewer: Viewer, work: () => Promise<T>): Promise<T> {
    this.access.allow(viewer, 'change', 'Instance');
    return this.db.write(async () => {
      await this.db.query('lock table term_word in share row exclusive mode');
      const done = await work();
      const said = { action: 'change', subjectType: 'Instance', reason: 'termWords' } as const;
      await this.audit.record(viewer, { ...said, duty: 'administer' });
      this.vocabulary.invalidate();
      return done;
    });
  }
}

const wrong = (field: string, problem: string) => new Invalid('input', { [field]: problem });

/** The names in all languages and the synonyms of a term, without duplicates. */
function wordsIn({ name, shortName, words }: Term): string[] {
  const names = LANGUAGES.flatMap((language) => [name[language], shortName[language]]);
  const others = words.split(',').map((word) => word.trim());
  return [...new Set([...names, ...others])].filter((word) => word !== '');
}
