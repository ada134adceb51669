import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/display/banner';

/** Preview of what moderators learn by a report from a case, and what happens next. */
export function CaseReportNotice({ isOfSupporter = false }: { isOfSupporter?: boolean }) {
  return (
    <Banner look="info" icon="eye">
      {isOfSupporter ? (
        <Trans>
          Moderación verá el nombre con el que te acompaña y lo que escribas aquí. No verá tu caso
          ni tu nombre. Nadie que te acompañe puede atender este aviso. Esta persona no recibe una
          copia, pero si moderación actúa puede imaginar quién avisó. Mientras tanto sigue leyendo
          tu caso: para que deje de leerlo, pide otra persona.
        </Trans>
      ) : (
        <Trans>
          Moderación verá este mensaje, el nombre de quien lo escribió y lo que escribas aquí. Si
          lleva archivos, verá su tipo, su nombre y su descripción, pero no podrá abrirlos. No verá
          nada más del caso ni tu nombre. Nadie de este caso puede atender el aviso. Quien escribió
          el mensaje no recibe una copia, pero si moderación actúa puede imaginar quién avisó: en un
          caso hay pocas personas.
        </Trans>
      )}
    </Banner>
  );
}
