/** The languages in which problems speak. */
export type Language = 'zh-CN' | 'en';

/** What a code says. `{name}` stands for the detail of that name. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
  /** HTTP status; 409 unless said: what the law refuses. */
  readonly status?: number;
}

/** The closed set of codes of one module: declare it over the union of its codes, and the compiler finds the missing. */
export type CodeTable<Code extends string = string> = Readonly<Record<Code, Sentence>>;

/** What a sentence speaks of: dates, amounts, names of offices; never personal data. */
export type Detail = Readonly<Record<string, string | number | null>>;

/** The sentence in a language, its placeholders filled; one without a detail stays visible. */
export function speak(sentence: Sentence, language: Language, detail: Detail = {}): string {
  const text = language === 'en' ? sentence.en : sentence.zh;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(detail[name] ?? placeholder));
}
