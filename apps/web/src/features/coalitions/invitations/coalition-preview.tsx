import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from '../../../ui/display/icon';
import type { CoalitionPreview as Preview } from './invitations.graphql';

interface CoalitionPreviewProps {
  coalition: Preview;
  /** Whether a form on the page shows the agreements beside the consent to them. */
  hasConsent?: boolean;
}

/** Purpose, participants and agreements, for somebody who decides whether their group enters. */
export function CoalitionPreview({ coalition, hasConsent = false }: CoalitionPreviewProps) {
  const { i18n } = useLingui();
  const { purpose, participantNames, agreements } = coalition;
  const names = new Intl.ListFormat(i18n.locale).format(participantNames.filter(Boolean));
  return (
    <section className="card stack stack--3">
      <div className="inline inline--3 top">
        <Icon name="coalition" size="s" />
        <div className="grow stack stack--1">
          <p className="breakable">{purpose}</p>
          {names && (
            <p className="xs muted breakable">
              <Trans>La forman: {names}</Trans>
            </p>
          )}
        </div>
      </div>
      {agreements.text === '' && (
        <p className="xs muted">
          <Trans>Esta coalición no tiene acuerdos escritos.</Trans>
        </p>
      )}
      {agreements.text !== '' && !hasConsent && (
        <details>
          <summary>
            <Trans>Leer los acuerdos, versión {agreements.version}</Trans>
          </summary>
          <p className="said">{agreements.text}</p>
        </details>
      )}
    </section>
  );
}
