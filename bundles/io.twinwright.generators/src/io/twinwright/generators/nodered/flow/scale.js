// Makes the value of a signal from the raw value on the wire, and keeps it.
const signal = env.get("signals")[msg.signal];
const known = flow.get(`$parent.values["${env.get("asset")}"]`)[msg.signal];
let value = msg.payload;
if (msg.good && signal.states) {
	value = signal.states[value] ?? value;
} else if (msg.good && typeof value === "number") {
	value = value * (signal.factor ?? 1) + (signal.offset ?? 0);
}
known.value = value;
known.time = msg.time;
known.status = msg.status;
known.type = msg.type ?? known.type;
return { topic: `${env.get("asset")}.${msg.signal}`, signal: msg.signal, label: signal.label, payload: value, unit: signal.unit,
	time: msg.time, status: msg.status, good: msg.good };
