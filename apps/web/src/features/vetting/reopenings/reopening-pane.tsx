import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { RelativeTime } from '../../../ui/display/relative-time';
import type { ReopeningFile } from './reopening.graphql';
import { WITHDRAWAL_LABELS } from '../application/vetting-labels';

/** File of a reopened review: why a vouch was withdrawn and how the member joined, without their application. */
export function ReopeningPane({ file }: { file: ReopeningFile }) {
  return (
    <>
      <Heading file={file} />
      <Banner look="info" icon="info">
        <Trans>
          Alguien retiró su aval. Dos personas que leen postulaciones miran otra vez, cada una sin
          ver lo que piensa la otra. Nadie sale por esto.
        </Trans>
      </Banner>
      <Withdrawal file={file} />
      <section className="qa stack stack--3">
        <h2>
          <Trans>Cómo entró</Trans>
        </h2>
        <p>
          {file.cameIn ? (
            <HowTheyCame {...file.cameIn} />
          ) : (
            <Trans>La decisión ya no se guarda.</Trans>
          )}
        </p>
        <p className="xs muted">
          <Trans>Lo que escribió al postular no se ve aquí.</Trans>
        </p>
      </section>
    </>
  );
}

function Heading({ file: { person, createdAt } }: { file: ReopeningFile }) {
  return (
    <div className="stack stack--2">
      <span className="eyebrow">
        <Trans>Revisión reabierta</Trans> · <RelativeTime at={createdAt} />
      </span>
      <h1>{person?.name ?? <Trans>Alguien de la red</Trans>}</h1>
      {!person && (
        <p className="xs muted">
          <Trans>Su perfil no te muestra su nombre.</Trans>
        </p>
      )}
    </div>
  );
}

function Withdrawal({ file: { reason, words } }: { file: ReopeningFile }) {
  const { i18n } = useLingui();
  return (
    <section className="qa stack stack--3">
      <h2>
        <Trans>Por qué se retiró</Trans>
      </h2>
      <Card className="stack--1 card--flat">
        <b>{i18n._(WITHDRAWAL_LABELS[reason])}</b>
        {words && <span className="said quote">{words}</span>}
      </Card>
    </section>
  );
}

function HowTheyCame(cameIn: NonNullable<ReopeningFile['cameIn']>) {
  const { i18n } = useLingui();
  const { month, vouchesCounted, isFoundingRule } = cameIn;
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const when = i18n.date(new Date(`${month}-15T00:00:00Z`), format);
  if (isFoundingRule) return <Trans>Entró en {when}, cuando aún no hacían falta avales.</Trans>;
  return (
    <Plural
      value={vouchesCounted}
      one={`Entró en ${when} con # aval independiente.`}
      other={`Entró en ${when} con # avales independientes.`}
    />
  );
}
