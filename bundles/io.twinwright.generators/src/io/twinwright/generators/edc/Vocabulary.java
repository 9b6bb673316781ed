package io.twinwright.generators.edc;

/** The words of policies as a connector compares them. */
final class Vocabulary {
	/** Names of the Eclipse Dataspace Connector. */
	static final String EDC = "https://w3id.org/edc/v0.0.1/ns/";
	/** The context of ODRL, which a connector has with it. */
	static final String ODRL_CONTEXT = "http://www.w3.org/ns/odrl.jsonld";
	/** The context of the Dataspace Protocol 2025-1. */
	static final String DSP_CONTEXT = "https://w3id.org/dspace/2025/1/context.jsonld";
	/** Who uses something: ODRL's assignee would be the one party with whom it has been agreed. */
	static final String PARTY = "urn:twin:policy:party";
	/** Over how long values are aggregated at least, for which ODRL has no word. */
	static final String WINDOW = "urn:twin:policy:window";
	static final String PURPOSE = "purpose";
	static final String DATE = "dateTime";
	static final String COUNT = "count";
	static final String DELAY = "delayPeriod";

	private Vocabulary() {
	}
}
