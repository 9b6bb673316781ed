// Reads all properties of a Thing Description, writes one and reads it again, observes one until it changes.
// Prints one line of JSON: { "read": { name: value }, "written": value, "observed": [value, value] }
// usage: node use.mjs FILE ACTUATOR VALUE
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Servient } = require("@node-wot/core");
const { OPCUAClientFactory } = require("@node-wot/binding-opcua");

const [file, actuator, value] = process.argv.slice(2);
const LIMIT = 60_000;

async function observed(thing, name) {
	const values = [];
	let subscription;
	const done = new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(`'${name}' did not change within ${LIMIT} ms.`)), LIMIT);
		thing.observeProperty(name, async (output) => {
			const next = await output.value();
			if (next !== values.at(-1)) {
				values.push(next);
			}
			if (values.length === 2) {
				clearTimeout(limit);
				resolve();
			}
		}, reject).then((made) => { subscription = made; }, reject);
	});
	await done;
	await subscription?.stop();
	return values;
}

const servient = new Servient();
servient.addClientFactory(new OPCUAClientFactory());
const wot = await servient.start();
const thing = await wot.consume(JSON.parse(await readFile(file, "utf8")));
const read = {};
for (const name of Object.keys(thing.getThingDescription().properties)) {
	read[name] = await (await thing.readProperty(name)).value();
}
await thing.writeProperty(actuator, Number(value));
const written = await (await thing.readProperty(actuator)).value();
const changes = await observed(thing, "flow");
console.log(JSON.stringify({ read, written, observed: changes }));
await servient.shutdown();
process.exit(0);
