import { useLingui } from '@lingui/react/macro';

/** What to call the other side, also when their name is not for this viewer. */
export function useOtherName(): (name: string) => string {
  const { t } = useLingui();
  return (name) => name || t`Alguien de Trama`;
}
