import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { LANGUAGES } from '../../../lib/text/language';
import { TextArea, TextField } from '../../../ui/forms/field';
import type { LocalisedText } from './desk-settings.graphql';

const NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const;
/** Names of the languages, for any part of the id of an input. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = NAMES;
/** Names of the other parts of ids of inputs, as the form shows them. */
export const LIST_PART_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  titles: msg`Cómo se llama`,
  bodies: msg`Qué dice`,
  reasonClass: msg`La razón, en una línea`,
  reason: msg`Por qué lo pides`,
};
export const EMPTY_LOCALISED_TEXT: LocalisedText = { es: '', pt: '', en: '' };

/** Id of the input for one language of a text. */
export const fieldId = (id: string, part: string, language: string): string =>
  `${id}-${part}-${language}`;

interface InLanguagesProps {
  /** Id of the list item, and the name of the text in that item. */
  id: string;
  part: string;
  texts: LocalisedText;
  isLong?: boolean;
  onChange: (texts: LocalisedText) => void;
  errorOf: (field: string) => string | undefined;
}

export function LanguageFields({ id, part, texts, isLong, onChange, errorOf }: InLanguagesProps) {
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
export const blankFields = (id: string, part: string, texts: LocalisedText): string[] =>
  LANGUAGES.filter((language) => texts[language].trim() === '').map((language) =>
    fieldId(id, part, language),
  );

/** Removes other fields, such as `__typename`, before the text is sent. */
export const withoutTypename = ({ es, pt, en }: LocalisedText): LocalisedText => ({ es, pt, en });
