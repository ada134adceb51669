import { Plural } from '@lingui/react/macro';

/** Renders a retention time in hours or days. */
export function RetentionLabel({ seconds }: { seconds: number }) {
  const hours = Math.round(seconds / 3_600);
  if (hours < 24) return <Plural value={hours} one="# hora" other="# horas" />;
  return <Plural value={Math.round(hours / 24)} one="# día" other="# días" />;
}
