package io.twinwright.importers.opcua;

import io.twinwright.importers.draft.SignalDraft;

/** A signal that a type declares. */
record Declared(SignalDraft signal, Facts facts) {
}
