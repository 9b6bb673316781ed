// Says what the server did with a set point.
if (msg.error) {
	msg.statusCode = 504;
	msg.payload = { error: `The server has not answered: ${msg.error.message}.` };
} else if (msg.refused) {
	msg.statusCode = 503;
	msg.payload = { error: msg.refused };
} else if (String(msg.payload?.name).startsWith("Good")) {
	msg.statusCode = 200;
	msg.payload = msg.written;
} else {
	msg.statusCode = 502;
	msg.payload = { error: `The server has refused the value: ${msg.payload?.name ?? msg.payload}.` };
}
return msg;
