/** How often a random law is tried: `usual` in the suite, times TRAMA_RUNS where there is more time. */
export const runs = (usual: number): number =>
  Math.max(1, Math.round(usual * Number(process.env['TRAMA_RUNS'] ?? 1)));
