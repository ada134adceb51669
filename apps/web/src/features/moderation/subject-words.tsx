import { useLingui } from '@lingui/react/macro';
import type { Blockable } from '../../gql/types';

/** "Mensaje", "Perfil", "Presentación". */
export function useSubjectWords(): Record<Blockable, string> {
  const { t } = useLingui();
  return { Message: t`Mensaje`, Profile: t`Perfil`, Introduction: t`Presentación` };
}
