// Settings of Node-RED for the flow beside them; 'npm start' uses them.
"use strict";

// The logins of OPC UA servers come from the environment. A secret can hold name and password at once, as user:password.
const passwords = [];
for (const [node, login] of Object.entries(require("./logins.json"))) {
	const [, user, password] = /^([^:]*):?(.*)$/s.exec(login.login ? secret(login.login, login.endpoint) : login.user);
	passwords.push(login.password ? secret(login.password, login.endpoint) : password);
	process.env[`TWINWRIGHT_LOGIN_${node}_USER`] = user;
	process.env[`TWINWRIGHT_LOGIN_${node}_PASSWORD`] = passwords.at(-1);
}

function secret(name, endpoint) {
	if (!process.env[name]) {
		console.error(`The secret of endpoint '${endpoint}' is not known. Set ${name} in the environment.`);
		process.exit(1);
	}
	return process.env[name];
}

// The nodes write the password of a server that cannot be reached into the log.
for (const level of ["log", "info", "warn", "error"]) {
	const write = console[level];
	console[level] = (...parts) => write(...parts.map(hidden));
}

function hidden(part) {
	return typeof part === "string" ? passwords.filter((word) => word).reduce((text, word) => text.replaceAll(word, "***"), part) : part;
}

// A page of another site must not change the flow through the browser of somebody who can.
function sameSite(request, response, next) {
	const { origin, host } = request.headers;
	if ([undefined, `http://${host}`, `https://${host}`].includes(origin)) {
		next();
	} else {
		response.status(403).json({ error: `Requests of '${origin}' are refused.` });
	}
}

module.exports = {
	// Whoever reaches this port can write set points and change the flow. Before it is opened to others, set adminAuth and httpNodeAuth.
	uiHost: "127.0.0.1",
	uiPort: 1880,
	// Not above the values and set points, which would then be open to pages of other sites too.
	httpAdminRoot: "/editor",
	httpAdminMiddleware: sameSite,
	flowFile: "flows.json",
	// What is entered in the editor is kept as it is, unless this variable holds a key for it.
	credentialSecret: process.env.NODE_RED_CREDENTIAL_SECRET || false,
	functionExternalModules: false,
	telemetry: { enabled: false },
	logging: { console: { level: "info", metrics: false, audit: false } }
};
