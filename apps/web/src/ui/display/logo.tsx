/** Logo, for use inside a link that contains the name. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 28 28"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 9h10.5M22 9h3M3 19h3M14.5 19H25" />
      <path d="M9 3v2M9 13v12M19 3v12M19 23v2" stroke="var(--accent)" />
    </svg>
  );
}
