// A message with the value of one signal becomes a command that sets it. What is no value of the signal becomes none.
var signals = {/* signals */};

function meant(text, signal) {
  var value = text;
  try {
    var parsed = JSON.parse(text);
    value = parsed !== null && typeof parsed === 'object' ? parsed.value : parsed;
  } catch (e) {
    // a plain text
  }
  if (signal.factor !== undefined) {
    var number = typeof value === 'boolean' || value === '' || value === null ? NaN : Number(value);
    return isFinite(number) ? number * signal.factor + signal.offset : undefined;
  }
  if (signal.truth) {
    var truth = String(value).toLowerCase();
    return truth === 'true' || truth === '1' ? true : truth === 'false' || truth === '0' ? false : undefined;
  }
  if (signal.states) {
    for (var number in signal.states) {
      if (number === String(value) || signal.states[number] === value) {
        return signal.states[number];
      }
    }
    return undefined;
  }
  return typeof value === 'string' ? value : text;
}

function mapToDittoProtocolMsg(headers, textPayload, bytePayload, contentType) {
  var topic = String(headers['mqtt.topic'] || headers['kafka.topic']);
  if (!Object.prototype.hasOwnProperty.call(signals, topic)) {
    return null;
  }
  var signal = signals[topic];
  var text = textPayload !== null && textPayload !== undefined ? String(textPayload) : String(Ditto.arrayBufferToString(bytePayload));
  var value = meant(text, signal);
  return value === undefined ? null : Ditto.buildDittoProtocolMsg(signal.namespace, signal.name, 'things', 'twin', 'commands', 'modify',
      '/features/' + signal.feature + '/properties/value', {'response-required': false}, value);
}
