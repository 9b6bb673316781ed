// With each new session the server is asked for its namespaces. Where there is none, it is tried again: soon where the server
// could not be reached, later where it has refused the login, so that nobody is locked out.
const LATER = { "invalid endpoint": 5000, "invalid certificate": 5000, "terminated": 5000, "connection error": 60000 };

if (msg.status === "session active") {
	clearTimeout(context.get("retry"));
	return { action: "read", topic: "ns=0;i=2255", step: "namespaces" };
}
if (LATER[msg.status]) {
	clearTimeout(context.get("retry"));
	context.set("retry", setTimeout(() => node.send({ action: "reconnect", topic: "connection" }), LATER[msg.status]));
}
