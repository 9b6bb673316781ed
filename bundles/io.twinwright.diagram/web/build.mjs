// Bundles the client into dist. With "test" also the tests into target/test, for node's own test runner.
import { build } from 'esbuild';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);

if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`The diagrams for the browser need Node.js 20 or newer; this is ${process.versions.node}.`);
	process.exit(1);
}

const compilerOptions = { experimentalDecorators: true, useDefineForClassFields: false };

/** The icon font that GLSP's own palette would use: we have no need of it. */
const withoutIconFont = {
	name: 'without-icon-font',
	setup(builder) {
		builder.onResolve({ filter: /^@vscode\/codicons\// }, () => ({ path: 'none', namespace: 'none' }));
		builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '', loader: 'css' }));
	}
};

/** Whether the bundle is newer than all it is made of. */
async function isCurrent() {
	const changed = async file => (await stat(file)).mtimeMs;
	const sources = ['build.mjs', 'package-lock.json', ...(await readdir('src')).map(file => join('src', file))];
	try {
		return (await changed('dist/twinwright.js')) > Math.max(...(await Promise.all(sources.map(changed))));
	} catch {
		return false;
	}
}

async function client() {
	await rm('dist', { recursive: true, force: true });
	const result = await build({ entryPoints: { twinwright: 'src/main.ts' }, outdir: 'dist', bundle: true, minify: true, format: 'iife', platform: 'browser', target: ['es2022'], metafile: true,
		legalComments: 'none', logLevel: 'warning', plugins: [withoutIconFont], tsconfigRaw: { compilerOptions } });
	for (const file of ['index.html', 'icon.svg']) {
		await cp(join('src', file), join('dist', file));
	}
	await writeFile('dist/licences.txt', await licences(Object.keys(result.metafile.inputs)));
}

/** The licences of the packages that are in the bundle. */
async function licences(inputs) {
	const packages = [...new Set(inputs.map(input => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean))].sort();
	const parts = [];
	for (const name of packages) {
		const folder = join('node_modules', name);
		const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
		const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
		parts.push(`${name} ${version}: ${license}\n\n${file ? await readFile(join(folder, file), 'utf8') : ''}`);
	}
	return parts.join(`\n${'-'.repeat(100)}\n`);
}

async function tests(folder) {
	const out = join('target', folder);
	await rm(out, { recursive: true, force: true });
	await mkdir(out, { recursive: true });
	const entryPoints = (await readdir(folder)).filter(file => /\.(test|bench)\.ts$/.test(file)).map(file => join(folder, file));
	await build({ entryPoints, outdir: out, outExtension: { '.js': '.mjs' }, bundle: true, format: 'esm', platform: 'node', target: ['node20'], external: ['playwright-core', 'ws'], logLevel: 'warning',
		banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});` }, tsconfigRaw: { compilerOptions } });
}

if (!(await isCurrent())) {
	await client();
}
if (process.argv[2]) {
	await tests(process.argv[2]);
}
