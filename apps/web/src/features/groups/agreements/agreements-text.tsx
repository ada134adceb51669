import { Trans } from '@lingui/react/macro';
import { ConsentNote } from './consent-note';

/** The agreements of a group; renders nothing without any. */
export function AgreementsText({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Acuerdos</Trans>
      </h2>
      <p className="said">{text}</p>
    </section>
  );
}

/** The agreements that an answer consents to, collapsed; renders nothing without any. */
export function AgreementsDisclosure({ agreements }: { agreements: { text: string } }) {
  if (agreements.text === '') return null;
  return (
    <>
      <details>
        <summary>
          <Trans>Leer los acuerdos</Trans>
        </summary>
        <p className="said">{agreements.text}</p>
      </details>
      <ConsentNote agreements={agreements} />
    </>
  );
}
