import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';
import { Card, IconTile, Row, Rows } from '../../../ui/display/card';
import { CallCities, CallDay, ownZone } from './call-time';
import type { Call } from './calls.graphql';
import { saveCalendarFile } from './save-calendar-file';

const zonesOf = ({ viewerSide, requesterZone, supporterZone }: Call) =>
  viewerSide === 'requester'
    ? { zone: ownZone(requesterZone), otherZone: supporterZone }
    : { zone: ownZone(supporterZone), otherZone: requesterZone };

/** When the booked call takes place, with whom, and its link while that is shown. */
export function CallDetails({ call }: { call: Call }) {
  const { startsAt, supporterName, interpreterName, viewerSide } = call;
  const zones = zonesOf(call);
  return (
    <>
      <Card className="stack--1">
        <span className="eyebrow">
          <Trans>Tu primera llamada · reservada</Trans>
        </span>
        <p className="h2">
          <CallDay startsAt={startsAt} zone={zones.zone} />
        </p>
        <p className="muted">
          <CallCities startsAt={startsAt} {...zones} /> · <Trans>40 minutos</Trans>
        </p>
      </Card>
      <Rows>
        {viewerSide === 'requester' && supporterName && (
          <Row
            start={<IconTile icon="support" />}
            title={supporterName}
            note={<Trans>De apoyo</Trans>}
          />
        )}
        {interpreterName && (
          <Row
            start={<IconTile icon="channel" />}
            title={interpreterName}
            note={<Trans>Interpreta la llamada</Trans>}
          />
        )}
        <CallLink call={call} zone={zones.zone} />
        <Row
          onClick={() => saveCalendarFile(call.calendarFile)}
          start={<IconTile icon="download" look="plain" />}
          title={<Trans>Agregar a mi calendario</Trans>}
          note={<Trans>En tu calendario solo dirá «Trama», sin nombres ni enlace.</Trans>}
        />
      </Rows>
    </>
  );
}

function CallLink({ call, zone }: { call: Call; zone: string }) {
  const { i18n } = useLingui();
  const { link, hasLink, linkShownFrom, viewerSide } = call;
  const now = useNow();
  const style = { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
  const from = i18n.date(linkShownFrom, style);
  const icon = <IconTile icon="link" look="plain" />;
  if (link && viewerSide === 'supporter' && Date.parse(linkShownFrom) > now) {
    return (
      <Row
        start={icon}
        title={
          <a href={link} rel="noreferrer noopener" target="_blank">
            <Trans>Probar el enlace</Trans>
          </a>
        }
        note={
          <>
            <span className="breakable">{link}</span>
            <br />
            <Trans>Quien pidió apoyo lo ve desde el {from}</Trans>
          </>
        }
      />
    );
  }
  if (link) {
    return (
      <Row
        start={icon}
        title={
          <a href={link} rel="noreferrer noopener" target="_blank">
            <Trans>Entrar a la llamada</Trans>
          </a>
        }
        note={<Trans>Se abre fuera de Trama. Puedes apagar la cámara.</Trans>}
      />
    );
  }
  return (
    <Row
      start={icon}
      title={hasLink ? <Trans>El enlace aparece aquí</Trans> : <Trans>Todavía no hay enlace</Trans>}
      note={<Trans>Se ve desde el {from}</Trans>}
    />
  );
}
