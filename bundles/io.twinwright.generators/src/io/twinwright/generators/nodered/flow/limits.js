// Raises an alarm when a value has been beyond its limit for as long as the alarm says, and takes it back when the value has
// returned by the hysteresis. A value that is not good changes nothing, but the wait begins anew.
const asset = env.get("asset");
const signal = env.get("signals")[msg.signal];
const known = flow.get(`$parent.values["${asset}"]`)[msg.signal];
const states = context.get("states") ?? {};
context.set("states", states);

function change(state, limit, active) {
	state.active = active;
	state.waiting = null;
	known.alarms = (signal.limits ?? []).filter(({ level }) => states[`${msg.signal} ${level}`]?.active).map(({ level }) => level);
	const topic = `${asset}.${msg.signal}`;
	node.send({ topic, payload: { signal: topic, alarm: limit.level, active, value: known.value, limit: limit.value, unit: signal.unit,
		text: limit.text, priority: limit.priority } });
}

for (const limit of signal.limits ?? []) {
	const state = states[`${msg.signal} ${limit.level}`] ??= { active: false, waiting: null };
	const back = state.active ? limit.hysteresis ?? 0 : 0;
	const beyond = msg.good && (limit.level.startsWith("high") ? msg.payload > limit.value - back : msg.payload < limit.value + back);
	if (!beyond) {
		clearTimeout(state.waiting);
		state.waiting = null;
		if (msg.good && state.active) {
			change(state, limit, false);
		}
	} else if (!state.active && state.waiting === null) {
		if (limit.after) {
			state.waiting = setTimeout(() => change(state, limit, true), limit.after);
		} else {
			change(state, limit, true);
		}
	}
}
