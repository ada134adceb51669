import { Attestation, VouchWeight } from './vouch.entity.js';

/** The weight of each attestation. Lists show heavier attestations first. */
const WEIGHTS: Readonly<Record<Attestation, VouchWeight>> = {
  workedTogether: VouchWeight.strong,
  metInPerson: VouchWeight.strong,
  knowOrganisation: VouchWeight.some,
  seenWork: VouchWeight.some,
  onlyOnline: VouchWeight.light,
};
const ORDER = Object.keys(WEIGHTS) as Attestation[];
const HEAVIEST_FIRST = Object.values(VouchWeight);

export const sortAttestationsByWeight = (attestations: readonly Attestation[]): Attestation[] =>
  attestations.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

/** The weight of a vouch is that of its heaviest attestation; null after the attestations were destroyed. */
export function vouchWeightOf(attestations: readonly Attestation[]): VouchWeight | null {
  const [heaviest] = sortAttestationsByWeight(attestations);
  return heaviest ? WEIGHTS[heaviest] : null;
}

/** Sorts vouches by weight, heaviest first. Vouches of equal weight keep their order. */
export const sortVouchesByWeight = <V extends { readonly attestations: readonly Attestation[] }>(
  vouches: readonly V[],
): V[] => vouches.toSorted((a, b) => placeOf(a.attestations) - placeOf(b.attestations));

function placeOf(attestations: readonly Attestation[]): number {
  const weight = vouchWeightOf(attestations);
  return weight ? HEAVIEST_FIRST.indexOf(weight) : HEAVIEST_FIRST.length;
}
