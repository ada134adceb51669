import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { RelativeTime } from '../../../ui/display/relative-time';
import type { MatterFile } from './matters.graphql';

/** Texts of each step, by the viewer and by another moderator. */
const STEPS: Readonly<Record<string, readonly [MessageDescriptor, MessageDescriptor]>> = {
  claim: [msg`Lo tomaste`, msg`Alguien de moderación lo tomó`],
  release: [msg`Lo devolviste a la Mesa`, msg`Alguien de moderación lo devolvió a la Mesa`],
  hand: [msg`Lo pasaste a otra persona`, msg`Alguien de moderación lo pasó a otra persona`],
  readFile: [msg`Lo abriste`, msg`Alguien de moderación lo abrió`],
  note: [msg`Dejaste una nota`, msg`Alguien de moderación dejó una nota`],
  removeContent: [msg`Quitaste el contenido`, msg`Alguien de moderación quitó el contenido`],
  talk: [msg`Le escribiste`, msg`Alguien de moderación le escribió`],
  warn: [msg`Advertiste`, msg`Alguien de moderación advirtió`],
  undo: [
    msg`Lo deshiciste antes de avisarle`,
    msg`Alguien de moderación lo deshizo antes de avisarle`,
  ],
  delayNotice: [msg`Dejaste el aviso para más tarde`, msg`El aviso quedó para más tarde`],
  tell: [msg`Se le avisó`, msg`Se le avisó`],
  hearAppeal: [msg`Oíste la apelación`, msg`Alguien de moderación oyó la apelación`],
  separate: [msg`Ordenaste una separación`, msg`Alguien de moderación ordenó una separación`],
  lift: [msg`Levantaste una separación`, msg`Alguien de moderación levantó una separación`],
  suspend: [msg`Suspendiste la cuenta`, msg`Alguien de moderación suspendió la cuenta`],
  askRemoval: [
    msg`Pediste sacar de Trama a esta persona`,
    msg`Alguien de moderación pidió sacar de Trama a esta persona`,
  ],
  removeMember: [
    msg`Lo aprobaste: quedó fuera de Trama`,
    msg`Otra persona lo aprobó: quedó fuera de Trama`,
  ],
  close: [msg`Lo cerraste`, msg`Alguien de moderación lo cerró`],
};

/** History of a matter. It identifies neither moderators nor reporters. */
export function MatterHistory({ steps }: { steps: MatterFile['history'] }) {
  const { i18n } = useLingui();
  const told = steps.flatMap((step) => {
    const words = STEPS[step.action]?.[step.isMine ? 0 : 1];
    return words ? [{ ...step, text: i18n._(words) }] : [];
  });
  return (
    <section className="qa stack stack--2">
      <h2 className="h3">
        <Trans>Qué se hizo</Trans>
      </h2>
      <ul className="stack stack--1 plain">
        {told.map(({ id, text, createdAt }) => (
          <li key={id} className="inline between xs">
            <span>{text}</span>
            <span className="muted">
              <RelativeTime at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
