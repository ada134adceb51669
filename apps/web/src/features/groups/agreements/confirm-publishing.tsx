import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AgreementsQuery } from '../../../gql/types';
import { ConfirmDialog } from '../../../ui/actions/confirm';
import { ActionEffects } from '../../../ui/display/action-effects';
import { otherMembers } from './other-members';

const DAY = 86_400_000;

interface ConfirmPublishingProps {
  group: AgreementsQuery['group'];
  text: string;
  graceDays: number;
  isOpen: boolean;
  isBusy: boolean;
  onPublish: () => Promise<void>;
  onClose: () => void;
}

/** Asks once more before a version is published: for how many people it has consequences, and which ones. */
export function ConfirmPublishing(props: ConfirmPublishingProps) {
  const { group, text, graceDays, isOpen, isBusy, onPublish, onClose } = props;
  const version = group.agreements.version + 1;
  const isEmpty = text.trim() === '';
  const publish = async () => {
    await onPublish();
    // After a refusal, the form behind the dialog says why.
    return true;
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={<Trans>¿Publicar la versión {version} de los acuerdos?</Trans>}
      details={!isEmpty && <Consequences graceDays={graceDays} />}
      actKind="primary"
      actLabel={<Trans>Publicar ahora</Trans>}
      isBusy={isBusy}
      message={undefined}
      onAct={publish}
      onClose={onClose}
    >
      {isEmpty ? (
        <Trans>Quedan sin acuerdos: nadie tiene que aceptar nada.</Trans>
      ) : (
        <Audience count={otherMembers(group)} isMember={group.myMembershipId !== null} />
      )}
    </ConfirmDialog>
  );
}

interface AudienceProps {
  /** Members without the viewer; null if the number is not known. */
  count: number | null;
  /** Whether the viewer is a member, who consents by publishing. */
  isMember: boolean;
}

/** The sentence that says how many members have to consent to the new version. */
function Audience({ count, isMember }: AudienceProps) {
  if (count === null) return <Trans>Cada persona tendrá que leerla y aceptarla.</Trans>;
  if (count === 0) return <Trans>Ahora no hay nadie más que tenga que aceptarla.</Trans>;
  if (!isMember) {
    return (
      <Plural
        value={count}
        one="# persona tendrá que leerla y aceptarla."
        other="# personas tendrán que leerla y aceptarla."
      />
    );
  }
  return (
    <Trans>
      <Plural
        value={count}
        one="Otra persona tendrá que leerla y aceptarla."
        other="Otras # personas tendrán que leerla y aceptarla."
      />{' '}
      Al publicarla, la aceptas.
    </Trans>
  );
}

function Consequences({ graceDays }: { graceDays: number }) {
  const { i18n } = useLingui();
  const [now] = useState(Date.now);
  const day = i18n.date(new Date(now + graceDays * DAY), {
    ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  });
  return (
    <ActionEffects
      title={<Trans>Qué pasa</Trans>}
      effects={[
        ['channel', <Trans key="grace">Hasta el {day} todo sigue igual</Trans>],
        [
          'lock',
          <Trans key="end">
            Después, quien no la haya aceptado puede leer, pero no escribir, hasta que acepte o
            salga
          </Trans>,
        ],
        [
          'info',
          <Trans key="final">
            No se puede retirar. Después solo puedes publicar otra versión.
          </Trans>,
        ],
      ]}
    />
  );
}
