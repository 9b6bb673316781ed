// Checks a set point: { "value": … } for a signal that can be written, within its range.
const asset = env.get("asset");
const name = msg.req.params.signal;
const points = env.get("points");

function refuse(code, error) {
	msg.statusCode = code;
	msg.payload = { error };
	return [null, msg];
}

if (!Object.hasOwn(points, name)) {
	return refuse(404, `'${name}' is no set point of '${asset}'.`);
}
const point = points[name];
const value = msg.payload?.value;
const { type } = flow.get(`$parent.values["${asset}"]`)[name];
if (!["number", "string", "boolean"].includes(typeof value)) {
	return refuse(400, "There is no value. Send it as JSON: { \"value\": 1 }.");
}
if (type === null) {
	return refuse(503, `'${name}' has no value yet, so its type on the server is not known.`);
}
let raw = value;
if (point.states) {
	const state = Object.entries(point.states).find(([, literal]) => literal === value);
	if (state === undefined) {
		return refuse(422, `'${value}' is no state of '${name}'. Send one of ${Object.values(point.states).join(", ")}.`);
	}
	raw = Number(state[0]);
} else if (typeof value !== point.kind) {
	return refuse(400, `The value of '${name}' is a ${point.kind}.`);
} else if (point.kind === "number") {
	const unit = point.unit ? ` [${point.unit}]` : "";
	if (value < (point.low ?? -Infinity) || value > (point.high ?? Infinity)) {
		return refuse(422, `${value}${unit} is outside of the range ${point.low ?? ""}..${point.high ?? ""}${unit} of '${name}'.`);
	}
	raw = (value - (point.offset ?? 0)) / (point.factor ?? 1);
}
if (type.includes("Int") || type.includes("Byte")) {
	raw = Math.round(raw);
}
if (type.endsWith("Int64")) {
	const bits = BigInt.asUintN(64, BigInt(raw));
	raw = { value: [Number(bits >> 32n), Number(bits & 0xffffffffn)] };
}
return [{ ...msg, target: point.server, asset, signal: name, datatype: type, payload: raw, written: { value, unit: point.unit } }, null];
