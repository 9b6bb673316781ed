// A broker of MQTT and a host of Sparkplug: says each message with its payload as Eclipse Tahu decodes it, and each body that is posted by HTTP,
// as a line of JSON. POST /rebirth?NCMD-TOPIC asks an edge node for its births, POST /command?DCMD-TOPIC commands the metrics of its body.
// The environment says the port (HOST_PORT), who may connect (HOST_USER, HOST_PASSWORD) and the key of TLS (HOST_KEYS, HOST_KEYS_PASSWORD).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as listen } from 'node:net';
import { createServer as listenSecurely } from 'node:tls';
import aedes from 'aedes';
import sparkplug from 'sparkplug-payload';

const { HOST_PORT, HOST_USER, HOST_PASSWORD, HOST_KEYS, HOST_KEYS_PASSWORD } = process.env;
const tahu = sparkplug.get('spBv1.0');
const say = (kind, content) => console.log(JSON.stringify({ kind, ...content }, (key, value) =>
  typeof value === 'bigint' || value?.constructor?.name === 'Long' ? Number(value) : value));

const broker = aedes({
  authenticate: (client, user, password, done) => {
    const welcome = !HOST_USER || user === HOST_USER && password?.toString() === HOST_PASSWORD;
    say(welcome ? 'welcome' : 'refused', { client: client.id });
    done(welcome ? null : Object.assign(new Error('Bad user name or password'), { returnCode: 4 }), welcome);
  }
});
broker.on('publish', (packet, client) => {
  if (packet.topic.startsWith('spBv1.0/')) {
    say('sparkplug', { topic: packet.topic, qos: packet.qos, retain: packet.retain, payload: tahu.decodePayload(packet.payload) });
  }
});
const mqtt = HOST_KEYS ? listenSecurely({ pfx: readFileSync(HOST_KEYS), passphrase: HOST_KEYS_PASSWORD }, broker.handle) : listen(broker.handle);

const tell = (url, metrics) => {
  const payload = tahu.encodePayload({ timestamp: Date.now(), metrics });
  broker.publish({ topic: decodeURIComponent(url.slice(url.indexOf('?') + 1)), payload: Buffer.from(payload), qos: 0 }, () => {});
};
const http = createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    if (request.url.startsWith('/rebirth?')) {
      tell(request.url, [{ name: 'Node Control/Rebirth', type: 'Boolean', value: true }]);
    } else if (request.url.startsWith('/command?')) {
      tell(request.url, JSON.parse(body));
    } else {
      say('http', { method: request.method, type: request.headers['content-type'], body: JSON.parse(body) });
    }
    response.end();
  });
});
mqtt.listen(Number(HOST_PORT ?? 0), '127.0.0.1', () => http.listen(0, '127.0.0.1', () => say('ready', { mqtt: mqtt.address().port, http: http.address().port })));
