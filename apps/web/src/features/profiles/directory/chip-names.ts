import { useLingui } from '@lingui/react/macro';
import { useTermNames } from '../../../lib/server/taxonomy';

/** Prefixes of chip ids for skills sought and languages interpreted; a bare term id means offered or spoken. */
export const SEEKS = 'seeks:';
export const INTERPRETS = 'interprets:';

/** Labels of chips; an unknown chip is shown by its id. */
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

/** Labels of a person's languages: first those spoken, then those interpreted. */
export function useLanguageTags(): (person: Speaks) => string[] {
  const { t } = useLingui();
  return ({ languages, interprets }) => [
    ...languages.map(({ shortName }) => shortName),
    ...interprets.map(({ shortName }) => t`interpreta: ${shortName}`),
  ];
}
