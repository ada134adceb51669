import { Trans, useLingui } from '@lingui/react/macro';

interface GraceTextProps {
  graceEndsAt: string;
  isReadOnly: boolean;
}

/** Until when the viewer can consent and what happens then, in one line. */
export function GraceText({ graceEndsAt, isReadOnly }: GraceTextProps) {
  const { i18n } = useLingui();
  if (isReadOnly)
    return <Trans>Puedes leer, pero no escribir, hasta que los aceptes o salgas.</Trans>;
  const day = i18n.date(graceEndsAt, { weekday: 'long', day: 'numeric', month: 'long' });
  return <Trans>Puedes aceptarlos hasta el {day}. Después podrás leer, pero no escribir.</Trans>;
}
