// A wish for one signal becomes the text that its topic carries.
var signals = {/* signals */};

function mapFromDittoProtocolMsg(namespace, name, group, channel, criterion, action, path, dittoHeaders, value, status, extra) {
  var key = namespace + ':' + name + '/' + String(path).split('/')[2];
  if (!Object.prototype.hasOwnProperty.call(signals, key) || value === null || value === undefined) {
    return null;
  }
  var signal = signals[key];
  var raw = value;
  if (signal.factor !== undefined) {
    raw = (value - signal.offset) / signal.factor;
  } else if (signal.states) {
    for (var number in signal.states) {
      if (signal.states[number] === String(value)) {
        raw = number;
      }
    }
  }
  return Ditto.buildExternalMsg(dittoHeaders, String(raw), null, 'text/plain');
}
