/** Warns before the page is left until the applicant copied, downloaded or confirmed the recovery phrase. */
export function warnUntilPhraseSaved(card: HTMLElement): void {
  const saved = card.querySelector<HTMLInputElement>('[data-saved]')!;
  const words = () => [...card.querySelectorAll('.receipt li')].map((item) => item.textContent);
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  const settle = () => {
    if (saved.checked) removeEventListener('beforeunload', ask);
    else addEventListener('beforeunload', ask);
    card.querySelector<HTMLElement>('[data-must]')!.hidden = saved.checked;
  };
  const mark = () => {
    saved.checked = true;
    settle();
  };
  saved.addEventListener('change', settle);
  for (const element of card.querySelectorAll<HTMLElement>('.js-only')) element.hidden = false;
  const copy = card.querySelector<HTMLButtonElement>('[data-copy]')!;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(words().join(' '));
    copy.textContent = copy.dataset['done'] ?? '';
    mark();
  });
  const download = card.querySelector<HTMLButtonElement>('[data-download]')!;
  download.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([`${words().join(' ')}\n`], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href: url });
    link.download = download.dataset['download'] ?? 'receipt.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    mark();
  });
}
