import { useLingui } from '@lingui/react/macro';
import type { GroupPrivacy } from '../../../gql/types';

type Words = Readonly<Record<GroupPrivacy, { title: string; note: string }>>;

export function usePrivacyLabels(): Words {
  const { t } = useLingui();
  return {
    hidden: { title: t`Oculto`, note: t`Solo lo ven sus miembros y quien invites.` },
    invitation: { title: t`Por invitación`, note: t`Aparece en la lista; entra quien invites.` },
    request: { title: t`Con pedido`, note: t`Aparece en la lista; tú decides quién entra.` },
    open: { title: t`Abierto`, note: t`Aparece en la lista; cualquier miembro entra.` },
  };
}
