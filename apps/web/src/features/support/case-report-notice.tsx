import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/display/banner';

interface CaseReportNoticeProps {
  /** A supporter who is in the case, or one of whom the viewer reads there no more. */
  of?: 'message' | 'supporter' | 'formerSupporter';
}

/** Preview of what moderators learn by a report from a case, and what happens next. */
export function CaseReportNotice({ of = 'message' }: CaseReportNoticeProps) {
  return (
    <Banner look="info" icon="eye">
      <span className="stack stack--1">
        {of === 'message' ? <OfMessage /> : <OfSupporter isPresent={of === 'supporter'} />}
      </span>
    </Banner>
  );
}

function OfSupporter({ isPresent }: { isPresent: boolean }) {
  return (
    <>
      <span>
        <Trans>Moderación verá su nombre y lo que escribas.</Trans>
      </span>
      <span>
        <Trans>No verá tu caso ni tu nombre, y nadie que te acompañe atiende el reporte.</Trans>
      </span>
      <span>
        <Trans>Esta persona no recibe copia, pero puede imaginar quién reportó.</Trans>
      </span>
      {isPresent && (
        <span>
          <Trans>Sigue leyendo tu caso: si no quieres, pide otra persona.</Trans>
        </span>
      )}
    </>
  );
}

function OfMessage() {
  return (
    <>
      <span>
        <Trans>Moderación verá este mensaje, quién lo escribió y lo que escribas.</Trans>
      </span>
      <span>
        <Trans>No verá nada más del caso ni tu nombre.</Trans>
      </span>
      <span>
        <Trans>Si lleva archivos, verá su tipo, nombre y descripción, y no podrá abrirlos.</Trans>
      </span>
      <span>
        <Trans>Nadie de este caso atiende el reporte.</Trans>
      </span>
      <span>
        <Trans>
          Quien lo escribió no recibe copia, pero puede imaginar quién reportó: en un caso hay pocas
          personas.
        </Trans>
      </span>
    </>
  );
}
