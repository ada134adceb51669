/** Removes accents and lowers case, so that text matches whatever keyboard it was typed on. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
