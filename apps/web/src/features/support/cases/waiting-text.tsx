import { Trans, useLingui } from '@lingui/react/macro';
import { useNow } from '../../../lib/page/use-now';

const HOUR_MS = 3_600_000;

/** The waiting time of a request, and whether its answer is overdue. */
export function WaitingText({ createdAt, dueAt }: { createdAt: string; dueAt: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  const hours = Math.floor((now - Date.parse(createdAt)) / HOUR_MS);
  const [value, unit] =
    hours < 1
      ? [Math.max(0, Math.floor((now - Date.parse(createdAt)) / 60_000)), 'minute']
      : hours < 24
        ? [hours, 'hour']
        : [Math.floor(hours / 24), 'day'];
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const time = i18n.number(value as number, format as Intl.NumberFormatOptions);
  if (Date.parse(dueAt) < now) return <Trans>lleva {time} en espera, con atraso</Trans>;
  return <Trans>lleva {time} en espera</Trans>;
}
