// A broker of MQTT and a host of Sparkplug: says each message with its payload as Eclipse Tahu decodes it, and each body that is posted by HTTP,
// as a line of JSON. POST /rebirth?NCMD-TOPIC asks an edge node for its births.
import { createServer } from 'node:http';
import { createServer as listen } from 'node:net';
import aedes from 'aedes';
import sparkplug from 'sparkplug-payload';

const tahu = sparkplug.get('spBv1.0');
const say = (kind, content) => console.log(JSON.stringify({ kind, ...content }, (key, value) =>
  typeof value === 'bigint' || value?.constructor?.name === 'Long' ? Number(value) : value));

const broker = aedes();
broker.on('publish', (packet, client) => {
  if (packet.topic.startsWith('spBv1.0/')) {
    say('sparkplug', { topic: packet.topic, qos: packet.qos, retain: packet.retain, payload: tahu.decodePayload(packet.payload) });
  }
});
const mqtt = listen(broker.handle);

const http = createServer((request, response) => {
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    if (request.url.startsWith('/rebirth?')) {
      const payload = tahu.encodePayload({ timestamp: Date.now(), metrics: [{ name: 'Node Control/Rebirth', type: 'Boolean', value: true }] });
      broker.publish({ topic: decodeURIComponent(request.url.slice('/rebirth?'.length)), payload: Buffer.from(payload), qos: 0 }, () => {});
    } else {
      say('http', { method: request.method, type: request.headers['content-type'], body: JSON.parse(body) });
    }
    response.end();
  });
});
mqtt.listen(0, '127.0.0.1', () => http.listen(0, '127.0.0.1', () => say('ready', { mqtt: mqtt.address().port, http: http.address().port })));
