import { LANGUAGES } from '../../../lib/text/language';
import { TextArea, TextField } from '../../../ui/forms/field';
import type { Texts } from './desk-words.graphql';

const NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const;
export const NO_TEXTS: Texts = { es: '', pt: '', en: '' };

/** Id of the input for one language of a text. */
export const fieldId = (id: string, part: string, language: string): string =>
  `${id}-${part}-${language}`;

/** Language name of an input, derived from its id. */
export const languageOf = (field: string): string | undefined =>
  NAMES[field.slice(-2) as keyof Texts];

interface InLanguagesProps {
  /** Id of the list item, and the name of the text in that item. */
  id: string;
  part: string;
  texts: Texts;
  isLong?: boolean;
  onChange: (texts: Texts) => void;
  errorOf: (field: string) => string | undefined;
}

export function InLanguages({ id, part, texts, isLong, onChange, errorOf }: InLanguagesProps) {
  return LANGUAGES.map((language) => {
    const key = fieldId(id, part, language);
    const common = {
      id: key,
      lang: language,
      label: NAMES[language],
      value: texts[language],
      error: errorOf(key),
    };
    const change = (text: string) => onChange({ ...texts, [language]: text });
    return isLong ? (
      <TextArea key={key} rows={4} {...common} onChange={(event) => change(event.target.value)} />
    ) : (
      <TextField key={key} {...common} onChange={(event) => change(event.target.value)} />
    );
  });
}

/** Ids of the inputs that are blank. */
export const blanksOf = (id: string, part: string, texts: Texts): string[] =>
  LANGUAGES.filter((language) => texts[language].trim() === '').map((language) =>
    fieldId(id, part, language),
  );

/** Removes other fields, such as `__typename`, before the text is sent. */
export const plain = ({ es, pt, en }: Texts): Texts => ({ es, pt, en });
