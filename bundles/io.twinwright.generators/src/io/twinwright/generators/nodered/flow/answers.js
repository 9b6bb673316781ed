// Answers of the server: the list of its namespaces is followed by subscriptions, what was written goes back to who asked, and
// values go to their assets.
const TYPES = { 1: "Boolean", 2: "SByte", 3: "Byte", 4: "Int16", 5: "UInt16", 6: "Int32", 7: "UInt32", 8: "Int64", 9: "UInt64",
	10: "Float", 11: "Double", 12: "String", 13: "DateTime" };
const MOST_AT_ONCE = 500;
const items = env.get("items");

function subscriptions(uris) {
	const nodes = {};
	const readers = {};
	const intervals = new Map();
	const missing = new Set();
	for (const item of items) {
		const number = typeof item.namespace === "number" ? item.namespace : uris.indexOf(item.namespace);
		if (number < 0) {
			missing.add(item.namespace);
			continue;
		}
		const id = `ns=${number};${item.node}`;
		(nodes[item.asset] ??= {})[item.signal] = id;
		if (readers[id] === undefined) {
			readers[id] = [];
			intervals.set(item.every, [...intervals.get(item.every) ?? [], { nodeId: id }]);
		}
		readers[id].push({ asset: item.asset, signal: item.signal });
	}
	missing.forEach((uri) => node.error(`The server has no namespace '${uri}', so its values are missing.`));
	flow.set("nodes", nodes);
	context.set("readers", readers);
	const requests = [];
	// the first one sets how often the server publishes
	for (const [interval, wanted] of [...intervals].sort(([one], [other]) => one - other)) {
		for (let first = 0; first < wanted.length; first += MOST_AT_ONCE) {
			requests.push({ action: "subscribe", topic: "multiple", interval, payload: wanted.slice(first, first + MOST_AT_ONCE) });
		}
	}
	return requests;
}

function plain(value, type) {
	if (type === "Int64" || type === "UInt64") {
		const bits = (BigInt(value[0]) << 32n) | BigInt(value[1]);
		return Number(type === "Int64" ? BigInt.asIntN(64, bits) : bits);
	}
	return ArrayBuffer.isView(value) ? Array.from(value) : value;
}

if (msg.step === "namespaces") {
	return [subscriptions(Array.from(msg.payload ?? []))];
}
if (msg.action === "write") {
	return [null, msg];
}
const assets = env.get("assets");
const outputs = Array(2 + assets.length).fill(null);
for (const { asset, signal } of (context.get("readers") ?? {})[msg.topic] ?? []) {
	const { value, statusCode, sourceTimestamp } = msg.payload;
	const type = TYPES[value?.dataType] ?? null;
	const good = statusCode.isGoodish() && value?.value !== undefined && value.value !== null;
	(outputs[2 + assets.indexOf(asset)] ??= []).push({ signal, type, good, status: statusCode.name,
		time: sourceTimestamp ? new Date(sourceTimestamp).toISOString() : null, payload: good ? plain(value.value, type) : null });
}
return outputs;
