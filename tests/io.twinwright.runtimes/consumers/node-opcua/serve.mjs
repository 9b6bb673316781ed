// Serves node sets until it is ended. Prints "serving URL" when clients can connect.
// usage: node serve.mjs PORT PKI NODESET…
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { OPCUACertificateManager, OPCUAServer, nodesets } = require("node-opcua");

const [port, pki, ...files] = process.argv.slice(2);
const certificates = new OPCUACertificateManager({ rootFolder: pki, automaticallyAcceptUnknownCertificate: true });
await certificates.initialize();
const server = new OPCUAServer({
	hostname: "127.0.0.1",
	host: "127.0.0.1",
	port: Number(port),
	resourcePath: "/foreign",
	serverCertificateManager: certificates,
	allowAnonymous: true,
	nodeset_filename: [nodesets.standard, nodesets.di, nodesets.ia, nodesets.machinery, nodesets.packML, ...files],
});
await server.initialize();
await server.start();
console.log(`serving opc.tcp://127.0.0.1:${port}/foreign`);
