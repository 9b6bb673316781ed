/** What a workbench that has the window in itself wants of it. */
import type { KeyPress } from './keys';

const parameters = new URLSearchParams(globalThis.location?.search ?? '');

/** By which the workbench knows the window; null in a browser by itself. */
export const host = parameters.get('window');

/** With the control key: there is one history for texts and drawings, and the workbench saves both. */
const KEYS = ['s', 'y', 'z'];

/** @return whether a key is the workbench's, which gets it too */
export function isKeyOfHost(press: KeyPress): boolean {
	return host !== null && (press.ctrlKey || press.metaKey) && KEYS.includes(press.key.toLowerCase());
}

/** Takes the colours of the workbench, which may be dark where the system is not. */
export function takeTheme(): void {
	const theme = parameters.get('theme');
	if (theme === null) {
		return;
	}
	document.documentElement.style.colorScheme = theme;
	for (const sheet of document.styleSheets) {
		for (const rule of sheet.cssRules) {
			if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-color-scheme: dark')) {
				rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
			}
		}
	}
}
