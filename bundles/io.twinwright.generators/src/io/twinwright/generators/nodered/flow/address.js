// Where the server has a set point. Before its namespaces are known nothing is written: the node would keep it and write it
// whenever the server is there.
msg.topic = flow.get("nodes")?.[msg.asset]?.[msg.signal];
if (msg.topic === undefined) {
	msg.refused = "The server has not been reached yet.";
	return [null, msg];
}
msg.action = "write";
return [msg, null];
