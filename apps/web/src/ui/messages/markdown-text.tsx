import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { mayHaveMarkdown } from '../../lib/page/may-have-markdown';
import type { MarkdownViewProps } from './markdown-view';

let Drawn: ComponentType<MarkdownViewProps> | undefined;

/**
 * Renders member text with Markdown. The parser is loaded for the first text that needs it; until then, and offline,
 * the text is rendered as typed.
 */
export function MarkdownText({ text, leaf }: MarkdownViewProps): ReactNode {
  const [Shown, setShown] = useState(() => Drawn);
  const isWanted = !Shown && mayHaveMarkdown(text);
  useEffect(() => {
    if (!isWanted) return;
    import('./markdown-view').then(
      ({ MarkdownView }) => {
        Drawn = MarkdownView;
        setShown(() => MarkdownView);
      },
      () => undefined,
    );
  }, [isWanted]);
  if (Shown && mayHaveMarkdown(text)) return <Shown text={text} leaf={leaf} />;
  return leaf ? leaf(text) : text;
}
