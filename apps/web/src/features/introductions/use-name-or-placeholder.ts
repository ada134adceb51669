import { useLingui } from '@lingui/react/macro';

/** Name of the other person, with a placeholder if the viewer may not see it. */
export function useNameOrPlaceholder(): (name: string) => string {
  const { t } = useLingui();
  return (name) => name || t`Alguien de Trama`;
}
