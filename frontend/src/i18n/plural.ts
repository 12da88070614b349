const RULES = { da: new Intl.PluralRules('da-DK'), en: new Intl.PluralRules('en-GB') };

/** The form of a word that fits the number, by the language's own rule. */
export function plural(
  language: keyof typeof RULES,
  n: number,
  one: string,
  other: string,
): string {
  return RULES[language].select(n) === 'one' ? one : other;
}
