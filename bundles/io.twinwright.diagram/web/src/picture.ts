/** Saves a picture of the diagram that the server made. */

/** @return the width and height that an SVG says that it has, 1200 by 800 where it says none */
export function sizeOf(svg: string): { width: number; height: number } {
	const head = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
	const read = (name: string): number => Number(new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(head)?.[1] ?? NaN);
	const [width, height] = [read('width'), read('height')];
	return width > 0 && height > 0 ? { width, height } : { width: 1200, height: 800 };
}

function save(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Twice the size, so that it is sharp in print, as far as a canvas can be. */
async function rasterized(svg: string): Promise<Blob> {
	const { width, height } = sizeOf(svg);
	const scale = Math.min(2, 16_000 / Math.max(width, height));
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(width * scale);
		canvas.height = Math.round(height * scale);
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('The canvas gave no picture.'))), 'image/png'));
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** @param name of the file, with or without its ending */
export async function savePicture(svg: string, name: string, format: 'svg' | 'png'): Promise<void> {
	const picture = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await rasterized(svg);
	save(picture, `${name.replace(/\.svg$/, '')}.${format}`);
}
