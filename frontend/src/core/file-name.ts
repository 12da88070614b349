/** A name for a file out of names people gave: letters and numbers of any language, and hyphens. */
export function fileNameOf(parts: readonly string[], otherwise: string): string {
  const safe = parts
    .map((part) =>
      part
        .trim()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 120);
  return safe === '' ? otherwise : safe;
}
