import { useLingui } from '@lingui/react/macro';
import type { Reportable } from '../../../gql/types';

/** Names of the kinds of subjects: "Mensaje", "Perfil", "Presentación" and so on. */
export function useSubjectLabels(): Record<Reportable, string> {
  const { t } = useLingui();
  return {
    Message: t`Mensaje`,
    Profile: t`Perfil`,
    Membership: t`Foto en un grupo`,
    Introduction: t`Presentación`,
    Suggestion: t`Sugerencia`,
    Group: t`Grupo`,
    Organisation: t`Organización`,
    Application: t`Postulación`,
    Supporter: t`Apoyo`,
  };
}
