import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '../../../lib/device/save-file';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { Check, ChoiceGroup } from '../../../ui/forms/choice';
import type { OwnRequest } from '../own/own-requests.graphql';
import { presetParts, type SummaryPartId, summaryText } from './summary-text';
import { useSummaryParts } from './use-summary-parts';

/**
 * A summary of the request, which its requester takes to another organisation. It is made and saved by the browser;
 * the server stores none and learns of none.
 */
export function RequestSummary({ request }: { request: OwnRequest }) {
  const { t } = useLingui();
  const toast = useToast();
  const parts = useSummaryParts(request);
  const [chosen, setChosen] = useState<readonly SummaryPartId[]>(() => presetParts(parts));
  const text = summaryText(parts, chosen);
  const toggle = (id: SummaryPartId) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const save = () => {
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), t`resumen.txt`);
    toast({ text: t`Resumen descargado` });
  };
  return (
    <>
      <p className="muted">
        <Trans>
          Para llevarlo a otra organización. Se arma aquí, en tu teléfono o computadora, y no se
          envía a nadie.
        </Trans>
      </p>
      <ChoiceGroup legend={<Trans>Qué incluir</Trans>}>
        {parts.map(({ id, label }) => (
          <Check key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {label}
          </Check>
        ))}
      </ChoiceGroup>
      <Card className="stack--2" aria-labelledby="preview">
        <h2 id="preview">
          <Trans>Vista previa</Trans>
        </h2>
        {text ? (
          <p className="said">{text}</p>
        ) : (
          <p className="muted">
            <Trans>Elige al menos una parte.</Trans>
          </p>
        )}
      </Card>
      <Banner look="warn" icon="alert">
        <Trans>
          El archivo queda sin cifrar en este teléfono o computadora: quien lo use puede leerlo.
          «Salir rápido» y «Bloquear ahora» no lo borran: bórralo tú cuando ya no lo necesites.
          Revisa que no diga nada que ponga a alguien en riesgo.
        </Trans>
      </Banner>
      {text && (
        <Button kind="primary" block onClick={save}>
          <Trans>Descargar el resumen</Trans>
        </Button>
      )}
    </>
  );
}
