import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Banner } from '../../../ui/display/banner';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Check } from '../../../ui/forms/choice';
import type { Exposure } from './exposure.graphql';

/** The server tells of a channel with more messages than these only that it has more. */
const MAX_COUNTED = 1_000;

/** Lists what a former member could read, and what to change. */
export function ExposureView({ exposure }: { exposure: Exposure }) {
  return (
    <>
      <Banner look="info" title={<Trans>Lo que podía leer, no lo que leyó</Trans>}>
        <Trans>
          Se calcula con sus permisos, hasta donde se puede contar: lo que ya se borró no está, y si
          antes usó aquí otro nombre también podía leer lo de entonces. Nadie sabe qué abrió, y esta
          página no se guarda.
        </Trans>
      </Banner>
      <WithinReach exposure={exposure} />
      <WhatToChange />
    </>
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function WithinReach({
  exposure: { channels, includesMemberList, joinedAt },
}: {
  exposure: Exposure;
}) {
  const { i18n } = useLingui();
  const month = i18n.date(joinedAt, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Al menos esto estaba a su alcance</Trans>
      </h2>
      <Rows>
        {channels.map((channel) => (
          <Row
            key={channel.id}
            start={<IconTile icon="channel" />}
            title={channel.name}
            note={<ChannelNote channel={channel} month={month} />}
          />
        ))}
        <FilesAndLinks channels={channels} />
        {includesMemberList && (
          <Row
            start={<IconTile icon="people" />}
            title={<Trans>La lista de personas</Trans>}
            note={<Trans>Con el nombre que usan aquí</Trans>}
          />
        )}
      </Rows>
    </section>
  );
}

/** Counts over all channels. A channel with more messages than are counted makes them a minimum. */
function FilesAndLinks({ channels }: Pick<Exposure, 'channels'>) {
  const isMore = channels.some(({ messageCount }) => messageCount > MAX_COUNTED);
  const files = sum(channels.map(({ fileCount }) => fileCount));
  const links = sum(channels.map(({ linkCount }) => linkCount));
  return (
    <>
      {files > 0 && (
        <Row
          start={<IconTile icon="attach" />}
          title={
            isMore ? (
              <Plural value={files} one="Al menos # archivo" other="Al menos # archivos" />
            ) : (
              <Plural value={files} one="# archivo" other="# archivos" />
            )
          }
          note={<Trans>Los que se enviaron en esos mensajes</Trans>}
        />
      )}
      {links > 0 && (
        <Row
          start={<IconTile icon="link" />}
          title={
            isMore ? (
              <Plural
                value={links}
                one="Al menos # mensaje con enlaces"
                other="Al menos # mensajes con enlaces"
              />
            ) : (
              <Plural value={links} one="# mensaje con enlaces" other="# mensajes con enlaces" />
            )
          }
          note={<Trans>Puede haber reuniones y carpetas</Trans>}
        />
      )}
    </>
  );
}

interface ChannelNoteProps {
  channel: Exposure['channels'][number];
  month: string;
}

function ChannelNote({ channel: { messageCount, isFromStart }, month }: ChannelNoteProps) {
  const count =
    messageCount > MAX_COUNTED ? (
      <Trans>Más de {MAX_COUNTED} mensajes</Trans>
    ) : (
      <Plural value={messageCount} _0="Ningún mensaje" one="# mensaje" other="# mensajes" />
    );
  return (
    <>
      {count} {isFromStart ? <Trans>desde el principio</Trans> : <Trans>desde {month}</Trans>}
    </>
  );
}

const CHANGES = [
  msg`Enlaces de reuniones que se compartieron`,
  msg`Claves de carpetas y documentos fuera de Trama`,
  msg`Claves y códigos que se escribieron en los canales`,
  msg`Enlaces para entrar que siguen abiertos`,
  msg`Avisar a quienes aparecen en los archivos, si hace falta`,
];

/** A checklist that is the same for everybody. Its marks are kept nowhere. */
function WhatToChange() {
  const { i18n } = useLingui();
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const toggle = (at: number) =>
    setDone((all) => new Set(all.has(at) ? [...all].filter((one) => one !== at) : [...all, at]));
  const [count, total] = [done.size, CHANGES.length];
  return (
    <section className="stack stack--3">
      <div className="inline between">
        <h2>
          <Trans>Qué conviene cambiar</Trans>
        </h2>
        <span className="xs muted num">
          <Trans>
            {count} de {total}
          </Trans>
        </span>
      </div>
      <div className="card stack stack--1">
        {CHANGES.map((change, at) => (
          <Check key={change.id} checked={done.has(at)} onChange={() => toggle(at)}>
            {i18n._(change)}
          </Check>
        ))}
      </div>
      <p className="xs muted">
        <Trans>Tus marcas no se guardan: duran mientras esta página está abierta.</Trans>
      </p>
      <p className="xs muted">
        <Trans>Salir no es hacer daño. Esta lista cuida al grupo, no acusa a nadie.</Trans>
      </p>
    </section>
  );
}
