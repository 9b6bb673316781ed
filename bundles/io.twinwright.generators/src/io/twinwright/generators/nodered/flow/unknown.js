// Until the server says something, each signal is there without a value.
const known = {};
for (const [name, { label, unit }] of Object.entries(env.get("signals"))) {
	known[name] = { label, value: null, unit, type: null, time: null, status: "no value yet", alarms: [] };
}
flow.set(`$parent.values["${env.get("asset")}"]`, known);
