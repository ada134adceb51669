import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { type Language, LANGUAGES } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { BUILT_IN, keyOf, onlyJoins, READABLE } from './lexicon.js';
import type { Term, TermId } from '../term.js';
import { TermWord } from './term-word.entity.js';
import type { AddTermWordInput } from './term-words.inputs.js';
import type { TermWords } from './term-words.view.js';
import { termView } from '../taxonomy.service.js';
import { VocabularyService } from './vocabulary.service.js';

/** So many words an instance adds to a term. */
const MOST = 40;

/** The words that an instance adds to terms, so that people are found by what is said where they live. */
@Injectable()
export class InstanceWords {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** Every term that is read from typed words, with the words that it has. */
  async all(language: Language): Promise<TermWords[]> {
    const order = { word: 'ASC', id: 'ASC' } as const;
    const own = Map.groupBy(await this.db.repo(TermWord).find({ order }), (one) => one.termId);
    return READABLE.map((term) => ({
      term: termView(term, language),
      kind: term.kind,
      builtIn: wordsIn(term),
      own: own.get(term.id) ?? [],
    }));
  }

  /** Other terms that the same word names. */
  async alsoNamed({ termId, word }: TermWord): Promise<TermId[]> {
    const lexicon = await this.vocabulary.lexicon();
    return lexicon.named(word).filter((id) => id !== termId);
  }

  /** Adds a word to a term. One that it has already, however it is written, is refused. */
  add(viewer: Viewer, { term: termId, language, word }: AddTermWordInput): Promise<TermWord> {
    const folded = keyOf(word);
    if (!READABLE.some(({ id }) => id === termId)) throw wrong('term', 'unknownTerm');
    if (folded === '') throw wrong('word', 'blank');
    if (onlyJoins(folded)) throw wrong('word', 'onlyJoins');
    return this.change(viewer, async () => {
      const words = this.db.repo(TermWord);
      const own = await words.findBy({ termId });
      const isBuiltIn = BUILT_IN.named(folded).some((id) => id === termId);
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

  /** One change after another, each written down; every node knows of it before it is answered. */
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

/** The names of a term in every language and its other words, each once. */
function wordsIn({ name, shortName, words }: Term): string[] {
  const names = LANGUAGES.flatMap((language) => [name[language], shortName[language]]);
  const others = words.split(',').map((word) => word.trim());
  return [...new Set([...names, ...others])].filter((word) => word !== '');
}
