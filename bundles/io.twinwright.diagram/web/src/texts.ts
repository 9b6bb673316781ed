/** The words of the user interface in the language of the browser. */
import en from './messages.en.json';
import ko from './messages.ko.json';

export type TextKey = keyof typeof en;

/** @return a template with {0}, {1}, ... replaced; what has no value stays as it is */
export function filled(template: string, values: readonly (string | number)[]): string {
	return template.replace(/\{(\d+)\}/g, (hole, index: string) => (Number(index) < values.length ? String(values[Number(index)]) : hole));
}

export function language(of: string): 'en' | 'ko' {
	return of.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** Who has the window in itself may speak another language than the browser. */
export const wanted = new URLSearchParams(globalThis.location?.search ?? '').get('language') ?? globalThis.navigator?.language ?? 'en';
const texts: Record<TextKey, string> = language(wanted) === 'ko' ? ko : en;

export function text(key: TextKey, ...values: (string | number)[]): string {
	return filled(texts[key], values);
}
