import { LANGUAGES } from '../../../lib/text/language';
import { ChoiceGroup } from '../../../ui/forms/choice';
import { TextField } from '../../../ui/forms/field';
import type { LocalisedText } from '../desk/desk-settings.graphql';

const LANGUAGE_NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const;
const MAX_LENGTH = 120;

interface LineTextFieldsProps {
  part: 'name' | 'purpose' | 'hours';
  legend: string;
  hint: string | undefined;
  texts: LocalisedText;
  errorOf: (field: string) => string | undefined;
  onChange: (texts: LocalisedText) => void;
}

/** One text of a line in each language. Only Spanish is required; readers of other languages see it instead. */
export function LineTextFields(props: LineTextFieldsProps) {
  const { part, legend, hint, texts, errorOf, onChange } = props;
  return (
    <ChoiceGroup id={part} legend={legend} hint={hint}>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={LANGUAGE_NAMES[language]}
          {...(language !== 'es' && { isOptional: true })}
          maxLength={MAX_LENGTH}
          value={texts[language]}
          error={errorOf(`${part}.${language}`)}
          onChange={({ target }) => onChange({ ...texts, [language]: target.value })}
        />
      ))}
    </ChoiceGroup>
  );
}
