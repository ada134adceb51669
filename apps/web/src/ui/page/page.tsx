import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import type { To } from 'react-router';

/** What a page asks of the shell around it. */
export interface Frame {
  /** On phones: a back arrow and a title instead of the brand. */
  back?: { to: To; label: string } | undefined;
  title?: string | undefined;
  /** A narrow rail on wide screens, for pages with panes of their own. */
  isSlim?: boolean | undefined;
  /** The page brings its own bar and has no tabs on phones (a channel). */
  isBare?: boolean | undefined;
}

type SetFrame = (frame: Frame) => void;
const FrameContext = createContext<SetFrame>(() => undefined);

/** For the shell: the frame that the page in it asked for. */
export function useFrameState(): [Frame, SetFrame] {
  return useState<Frame>({});
}

export const FrameProvider = FrameContext.Provider;

/** Asks the shell for a frame while the page is shown. */
export function useFrame({ back, title, isSlim, isBare }: Frame): void {
  const setFrame = useContext(FrameContext);
  const to = JSON.stringify(back?.to);
  useLayoutEffect(() => {
    setFrame({ back, title, isSlim, isBare });
    return () => setFrame({});
  }, [setFrame, to, back?.label, title, isSlim, isBare]); // eslint-disable-line react-hooks/exhaustive-deps
}

interface PageProps extends Frame {
  children: ReactNode;
  className?: string;
  /** The widest it gets, in pixels. */
  width?: 600 | 640 | 688;
}

/** The main part of a page. The browser's title stays "Trama" on every private page. */
export function Page({ children, className = 'stack stack--5', width, ...frame }: PageProps) {
  useFrame(frame);
  return (
    <main id="main" tabIndex={-1} className={`page ${width ? `page--${width} ` : ''}${className}`}>
      {children}
    </main>
  );
}
