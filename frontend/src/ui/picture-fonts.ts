/**
 * The page's own letters as one style sheet without addresses, for a picture that stands alone.
 *
 * The library that makes the picture would find them itself, but sets the base address of a page
 * on the way, which our security policy does not let it.
 */
export async function ownFonts(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => face(rule, sheet.href ?? location.href)),
  );
  return (await Promise.all(faces)).join('\n');
}

async function face({ style }: CSSFontFaceRule, base: string): Promise<string> {
  const address = /url\("?([^")]+\.woff2)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const file = await fetch(new URL(address, base));
  const family = style.getPropertyValue('font-family');
  const weight = style.getPropertyValue('font-weight');
  const source = `url(${await asDataUrl(await file.blob())}) format("woff2")`;
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: ${source}; }`;
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
