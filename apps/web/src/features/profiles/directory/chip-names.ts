import { useLingui } from '@lingui/react/macro';
import { useTermNames } from '../../../lib/server/taxonomy';

/** Prefixes of chip ids for skills sought and languages interpreted; a bare term id means offered or spoken. */
export const SOUGHT_SKILL_CHIP_PREFIX = 'seeks:';
export const INTERPRETS_CHIP_PREFIX = 'interprets:';

/** Labels of chips; an unknown chip is shown by its id. */
export function useChipNames(): (chip: string) => string {
  const { t } = useLingui();
  const nameOf = useTermNames();
  const name = (id: string) => nameOf(id) ?? id;
  return (chip) => {
    if (chip.startsWith(SOUGHT_SKILL_CHIP_PREFIX))
      return t`busca: ${name(chip.slice(SOUGHT_SKILL_CHIP_PREFIX.length))}`;
    if (chip.startsWith(INTERPRETS_CHIP_PREFIX))
      return t`interpreta: ${name(chip.slice(INTERPRETS_CHIP_PREFIX.length))}`;
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
