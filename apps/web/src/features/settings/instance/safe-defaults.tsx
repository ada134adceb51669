import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import type { IconName } from '../../../ui/display/icon';

type Default = readonly [icon: IconName, what: MessageDescriptor, why: MessageDescriptor];

/** Settings that are fixed and cannot be weakened here. */
const DEFAULTS: readonly Default[] = [
  [
    'desk',
    msg`Dos personas leen cada postulación`,
    msg`Nadie decide por su cuenta, y la segunda escribe sin leer a la primera.`,
  ],
  [
    'clock',
    msg`El primer mes, con menos permisos`,
    msg`Quien entra no avala, no invita ni funda grupos durante treinta días.`,
  ],
  [
    'archive',
    msg`Las postulaciones se guardan selladas y se destruyen`,
    msg`Catorce días después de decidir: no queda una lista que alguien pueda llevarse.`,
  ],
  [
    'allies',
    msg`Lo grave se hace entre dos`,
    msg`Dar o quitar una tarea o cambiar un ajuste: una persona lo pide y otra lo aprueba.`,
  ],
  [
    'eye',
    msg`Cada uso de una tarea queda escrito`,
    msg`Quien audita ve que pasó, nunca de qué se trata. Cada quien ve lo que se hizo sobre sí.`,
  ],
  [
    'mail',
    msg`Los correos no cuentan nada`,
    msg`Solo dicen que hay novedades: un correo ajeno no delata a nadie.`,
  ],
];

/** Lists the fixed safe settings, with the reason for each. */
export function SafeDefaults() {
  const { t, i18n } = useLingui();
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Lo que ya viene puesto</Trans>
        </h2>
        <p className="muted">
          <Trans>Es lo más seguro desde el primer día. No hay que hacer nada.</Trans>
        </p>
      </div>
      <Rows label={t`Lo que ya viene puesto`}>
        {DEFAULTS.map(([icon, what, why]) => (
          <Row
            key={icon}
            start={<IconTile icon={icon} look="plain" />}
            title={i18n._(what)}
            note={i18n._(why)}
          />
        ))}
      </Rows>
    </section>
  );
}
