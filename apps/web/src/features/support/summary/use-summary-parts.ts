import { useLingui } from '@lingui/react/macro';
import { useTermNames } from '../../../lib/server/taxonomy';
import { formatDuration } from '../../../lib/text/format-duration';
import type { OwnRequest } from '../own/own-requests.graphql';
import { BENEFICIARY_LABELS, KIND_LABELS, REASON_LABELS } from '../support-labels';
import { partsWithText, type SummaryPart } from './summary-text';

type Content = OwnRequest['content'];

/**
 * The parts of the summary of a request, in the language of the page: what the requester wrote and what was answered.
 * They have no id, no number and no name of this site.
 */
export function useSummaryParts(request: OwnRequest): SummaryPart[] {
  const { t, i18n } = useLingui();
  const names = useTermNames();
  const { content, kind, reason, reply, closingWords, alternatives, askAgainOn } = request;
  const { beneficiary, beneficiaryNote } = content;
  const day = (date: string, timeZone?: string) =>
    i18n.date(date, { dateStyle: 'long', ...(timeZone && { timeZone }) });
  const { createdAt, closedAt } = request;
  const [askedOn, endedOn] = [day(createdAt), closedAt && day(closedAt)];
  const nextDay = askAgainOn && day(askAgainOn, 'UTC');
  const voice = (question: Content['voices'][number]['question']) => {
    const note = content.voices.find((one) => one.question === question);
    const duration = note && formatDuration(note.seconds);
    return duration && t`(Nota de voz de ${duration}, que no está en este archivo)`;
  };
  const reasonText = reason && reason !== 'other' && i18n._(REASON_LABELS[reason]);
  return partsWithText([
    { id: 'kind', label: t`En qué pedí apoyo`, lines: [i18n._(KIND_LABELS[kind])] },
    {
      id: 'dates',
      label: t`Cuándo`,
      lines: [t`Lo pedí: ${askedOn}`, endedOn && t`Terminó: ${endedOn}`],
    },
    { id: 'goal', label: t`Qué quiero lograr`, lines: [content.goal, voice('goal')] },
    { id: 'tried', label: t`Qué he probado`, lines: [content.tried, voice('tried')] },
    {
      id: 'beneficiary',
      label: t`Para quién es`,
      lines: [beneficiary && i18n._(BENEFICIARY_LABELS[beneficiary]), beneficiaryNote],
    },
    {
      id: 'replies',
      label: t`Qué me contestaron`,
      lines: [
        ...[reply, reasonText, closingWords],
        nextDay && t`Sugerencia: pedir apoyo otra vez desde el ${nextDay}`,
      ],
    },
    { id: 'alternatives', label: t`Dónde más buscar`, lines: [alternatives] },
    {
      id: 'languages',
      label: t`Idiomas`,
      lines: [request.languages.map((id) => names(id) ?? '…').join(', ')],
    },
    { id: 'name', label: t`Mi nombre o alias`, lines: [content.name] },
    { id: 'contact', label: t`Cómo contactarme`, lines: [content.safeWay, content.times] },
    { id: 'supporter', label: t`Quién me contestó`, lines: [request.supporterName] },
  ]);
}
