/** Pictures of the diagram that the server made, as files. */

/** @return the width and height that an SVG says that it has, 1200 by 800 where it says none */
export function sizeOf(svg: string): { width: number; height: number } {
	const head = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
	const read = (name: string): number => Number(new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(head)?.[1] ?? NaN);
	const [width, height] = [read('width'), read('height')];
	return width > 0 && height > 0 ? { width, height } : { width: 1200, height: 800 };
}

/** Saves a file as browsers do. */
export function download(blob: Blob, name: string): void {
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

/** @return a picture in a format */
export async function pictureOf(svg: string, format: 'svg' | 'png'): Promise<Blob> {
	return format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : rasterized(svg);
}

/** @return a file in base64, in pieces of which each can be read by itself */
export async function piecesOf(blob: Blob, size: number): Promise<string[]> {
	const content = await new Promise<string>((done, failed) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
		reader.onerror = () => failed(reader.error ?? new Error('The picture cannot be read.'));
		reader.readAsDataURL(blob);
	});
	const letters = size - size % 4;
	return Array.from({ length: Math.max(1, Math.ceil(content.length / letters)) }, (_, piece) => content.slice(piece * letters, (piece + 1) * letters));
}
