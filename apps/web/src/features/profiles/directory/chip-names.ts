import { useLingui } from '@lingui/react/macro';
import { useTermNames } from '../../../lib/server/taxonomy';

/** Before the id of a skill that is sought, of a language that is interpreted: other chips than the bare ones. */
export const SEEKS = 'seeks:';
export const INTERPRETS = 'interprets:';

/** What the chips of a search are called. One that is not known (yet) reads as its id. */
export function useChipNames(): (chip: string) => string {
  const { t } = useLingui();
  const nameOf = useTermNames();
  const name = (id: string) => nameOf(id) ?? id;
  return (chip) => {
    if (chip.startsWith(SEEKS)) return t`busca: ${name(chip.slice(SEEKS.length))}`;
    if (chip.startsWith(INTERPRETS)) return t`interpreta: ${name(chip.slice(INTERPRETS.length))}`;
    return name(chip);
  };
}

interface Speaks {
  readonly languages: readonly { readonly shortName: string }[];
  readonly interprets: readonly { readonly shortName: string }[];
}

/** The languages of a person as tags: those that they speak, then those that they interpret. */
export function useLanguageTags(): (person: Speaks) => string[] {
  const { t } = useLingui();
  return ({ languages, interprets }) => [
    ...languages.map(({ shortName }) => shortName),
    ...interprets.map(({ shortName }) => t`interpreta: ${shortName}`),
  ];
}
