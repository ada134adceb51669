import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner } from '../../../ui/display/banner';
import { Check } from '../../../ui/forms/choice';
import { FieldError } from '../../../ui/forms/field';
import type { Coalition } from '../coalitions.graphql';
import { type Consent, isGiven, isOutdated } from './consent';

type Agreements = Coalition['agreements'];

export interface ConsentControl {
  readonly isGiven: boolean;
  readonly isOutdated: boolean;
  readonly change: (isAccepted: boolean) => void;
}

/** State of the consent to these agreements. It begins anew with each version. */
export function useConsent({ version }: Agreements): ConsentControl {
  const [consent, setConsent] = useState<Consent>({ version, isAccepted: false });
  return {
    isGiven: isGiven(consent, version),
    isOutdated: isOutdated(consent, version),
    change: (isAccepted) => setConsent({ version, isAccepted }),
  };
}

interface AgreementsConsentProps {
  agreements: Agreements;
  consent: ConsentControl;
  isMissing: boolean;
  /** Label of the checkbox. It names the version. */
  children: ReactNode;
}

/** The agreements to read, and the checkbox that accepts this version. A version that appears meanwhile is opened. */
export function AgreementsConsent(props: AgreementsConsentProps) {
  const { t } = useLingui();
  const { agreements, consent, isMissing, children } = props;
  const { version, text } = agreements;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (consent.isOutdated && details.current) details.current.open = true;
  }, [consent.isOutdated, version]);
  const isFaulty = isMissing && !consent.isGiven;
  return (
    <section className="stack stack--3">
      {consent.isOutdated && (
        <Banner look="warn" icon="book" role="status">
          <Trans>Los acuerdos cambiaron: esta es la versión {version}.</Trans>
        </Banner>
      )}
      <details ref={details}>
        <summary>
          <Trans>Acuerdos de la coalición</Trans>
        </summary>
        <p className="said">{text}</p>
      </details>
      <FieldError
        id="consent-error"
        error={isFaulty ? t`Léelos y acéptalos para seguir.` : undefined}
      />
      <Check
        checked={consent.isGiven}
        onChange={(event) => consent.change(event.target.checked)}
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? 'consent-error' : undefined}
      >
        {children}
      </Check>
    </section>
  );
}
