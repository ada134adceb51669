import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import type { To } from 'react-router';

/** Layout that a page requests from the shell. */
export interface PageLayout {
  /** Shows a back arrow and a title instead of the brand, on phones. */
  back?: { to: To; label: string } | undefined;
  title?: string | undefined;
  /** Makes the navigation rail narrow on wide screens, for pages with several panes. */
  isSlim?: boolean | undefined;
  /** Hides the top bar and the tabs on phones, for a page with its own bar (a channel). */
  isBare?: boolean | undefined;
}

type SetFrame = (frame: PageLayout) => void;
const FrameContext = createContext<SetFrame>(() => undefined);

/** Returns the layout that the current page requested, and its setter; used by the shell. */
export function usePageLayoutState(): [PageLayout, SetFrame] {
  return useState<PageLayout>({});
}

export const PageLayoutProvider = FrameContext.Provider;

/** Requests a layout from the shell while the page is mounted. */
export function usePageLayout({ back, title, isSlim, isBare }: PageLayout): void {
  const setFrame = useContext(FrameContext);
  const to = JSON.stringify(back?.to);
  useLayoutEffect(() => {
    setFrame({ back, title, isSlim, isBare });
    return () => setFrame({});
  }, [setFrame, to, back?.label, title, isSlim, isBare]); // eslint-disable-line react-hooks/exhaustive-deps
}

interface PageProps extends PageLayout {
  children: ReactNode;
  className?: string;
  /** Maximum width in pixels. */
  width?: 600 | 640 | 688;
}

/** Main part of a page. The document title is "Trama" on every private page, so that it reveals nothing. */
export function Page({ children, className = 'stack stack--5', width, ...frame }: PageProps) {
  usePageLayout(frame);
  return (
    <main id="main" tabIndex={-1} className={`page ${width ? `page--${width} ` : ''}${className}`}>
      {children}
    </main>
  );
}
