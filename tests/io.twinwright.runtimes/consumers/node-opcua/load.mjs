// Loads a node set into an address space again and again. Prints the seconds of each time.
// usage: node load.mjs NODESET TIMES
import { createRequire } from "node:module";

const { AddressSpace } = createRequire(import.meta.url)("node-opcua");
const { generateAddressSpace } = createRequire(import.meta.url)("node-opcua-address-space/nodeJS");

const [file, times] = process.argv.slice(2);
for (let run = 0; run < Number(times); run++) {
	const start = performance.now();
	const space = AddressSpace.create();
	await generateAddressSpace(space, [file]);
	console.log(`bench ${run} ${(performance.now() - start) / 1000}`);
	await space.shutdown();
	space.dispose();
}
