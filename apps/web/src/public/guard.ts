/**
 * Classic script in the head of every page. It runs before anything is rendered, so it imports nothing. In a tab that
 * was left by quick exit or lock (`markTabLeft`), it redirects Back and Forward to the exit address.
 */
const leftFor = (): string | null => {
  try {
    return sessionStorage.getItem('trama.left');
  } catch {
    return null;
  }
};

const leaveAgain = (to: string): void => {
  document.documentElement.hidden = true;
  location.replace(to);
};

const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const left = leftFor();
if (left && arrival?.type === 'back_forward') leaveAgain(left);
else if (left) sessionStorage.removeItem('trama.left');

addEventListener('pageshow', ({ persisted }) => {
  const to = persisted && leftFor();
  if (to) leaveAgain(to);
});
