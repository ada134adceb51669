import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { mayHaveMarkdown } from '../../lib/page/may-have-markdown';
import type { DrawnMarksProps } from './drawn-marks';

let Drawn: ComponentType<DrawnMarksProps> | undefined;

/**
 * Renders member text with Markdown. The parser is loaded for the first text that needs it; until then, and offline,
 * the text is rendered as typed.
 */
export function MarkedText({ text, leaf }: DrawnMarksProps): ReactNode {
  const [Shown, setShown] = useState(() => Drawn);
  const isWanted = !Shown && mayHaveMarkdown(text);
  useEffect(() => {
    if (!isWanted) return;
    import('./drawn-marks').then(
      ({ DrawnMarks }) => {
        Drawn = DrawnMarks;
        setShown(() => DrawnMarks);
      },
      () => undefined,
    );
  }, [isWanted]);
  if (Shown && mayHaveMarkdown(text)) return <Shown text={text} leaf={leaf} />;
  return leaf ? leaf(text) : text;
}
