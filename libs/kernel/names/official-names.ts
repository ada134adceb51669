import { wordsOf } from '../text.js';
import { areNamesConfusable } from './confusable-names.js';

/** Words under which an instance and its duties speak, in the languages of the product. */
const OFFICIAL_WORDS = [
  'Trama',
  ...['moderación', 'moderador', 'moderadora', 'moderadoras', 'moderadores'],
  ...['moderação', 'moderation', 'moderator', 'moderators'],
  ...['administración', 'administrador', 'administradora', 'administração'],
  ...['administration', 'administrator', 'admin'],
];

/** Whether a name has a word, or as a whole looks like one, under which an instance and its duties speak. */
export const looksOfficial = (name: string): boolean =>
  [name, ...wordsOf(name)].some((part) =>
    OFFICIAL_WORDS.some((word) => areNamesConfusable(part, word)),
  );
