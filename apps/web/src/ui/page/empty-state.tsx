import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  /** One button, and at most one text link. */
  actions?: ReactNode;
  /** `h1` when the page has no other. */
  level?: 'h1' | 'h2';
}

/** Shown for first use, an empty list, no search result or an error. Explains the state and names one next step. */
export function EmptyState({ title, children, actions, level: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg
        className="knot"
        viewBox="0 0 148 112"
        fill="none"
        stroke="currentColor"
        strokeWidth="7"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M14 36h30M64 36h66M14 76h66M100 76h34" />
        <g className="k2" stroke="currentColor">
          <path d="M54 10v56M54 86v16M90 10v16M90 46v56" />
        </g>
      </svg>
      <Heading>{title}</Heading>
      {children && <p className="muted">{children}</p>}
      {actions}
    </div>
  );
}
