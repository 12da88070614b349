/**
 * Shares as whole numbers of a step that add up to their total as it is shown.
 *
 * Each is rounded down or up, never farther; those that lose most by rounding down are rounded up
 * until the sum is right (the method of the largest remainder). Without this, 0.4 + 0.4 + 0.4 would
 * be shown as 0 + 0 + 0 = 1.
 */
export function roundedShares(shares: readonly number[], step: number): readonly number[] {
  const exact = shares.map((share) => share / step);
  const total = Math.round(exact.reduce((sum, share) => sum + share, 0));
  const down = exact.map(Math.floor);
  const short = total - down.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, index) => ({ index, left: share - Math.floor(share) }))
    .toSorted((a, b) => b.left - a.left);
  const up = new Set(order.slice(0, short).map(({ index }) => index));
  // Adding nothing turns minus nothing into nothing.
  return down.map((share, index) => (share + (up.has(index) ? 1 : 0)) * step + 0);
}
