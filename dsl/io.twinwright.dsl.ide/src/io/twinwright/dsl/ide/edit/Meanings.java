package io.twinwright.dsl.ide.edit;

import java.util.HashMap;
import java.util.Map;

/** What the properties of elements mean, in a sentence for a panel. */
final class Meanings {
	private static final Map<String, String> MEANINGS = new HashMap<>();

	static {
		put("name", "The name by which others refer to it.");
		put("label", "The name for people, free text.");
		put("type", "The kind of equipment that it is or asks for.");
		put("medium", "What flows through the port, with the demands on it.");
		put("needs", "The ability that does the step, with the values that it must reach.");
		put("for", "The product that is made.");
		put("repeated", "The numbers from the first to the last, as in 1..4.");
		put("every", "How often a value comes.");
		put("late", "How long a window waits for values that come late.");
		put("coverage", "Which share of a window must have good values.");
		put("deadband", "The change below which no new value is sent.");
		put("delay", "The dead time that passes before it is seen.");
		put("accuracy", "How far a value may be from the truth.");
		put("range", "The lowest and the highest value.");
		put("alarm lowlow", "The limit of the alarm far below, with priority, delay and text.");
		put("alarm low", "The limit of the alarm below, with priority, delay and text.");
		put("alarm high", "The limit of the alarm above, with priority, delay and text.");
		put("alarm highhigh", "The limit of the alarm far above, with priority, delay and text.");
		put("alarm when", "The condition of an alarm, with priority, delay and text.");
		put("over", "The window over which it is computed.");
		put("node", "The browse path below the node of what is around it.");
		put("tag", "The tag name in the plant.");
		put("semantic", "The semantic id, an IRDI or IRI.");
		put("under", "The policies that bind whoever uses its data.");
		put("footprint", "The size on the ground; with one it is a module that can be moved.");
		put("mass", "The mass that the floor must bear.");
		put("setup", "The time that it takes to set a module up.");
		put("at", "The site at which it stands.");
		put("location", "Latitude and longitude in degrees.");
		put("zone", "The time zone, as in Asia/Seoul.");
		put("lease", "What it costs to have it, per time or piece.");
		put("from", "The first day.");
		put("until", "The last day.");
		put("due", "When it must be done.");
		put("owner", "The party that owns it.");
		put("operator", "The party that runs it.");
		put("maintainer", "The party that maintains it.");
		put("provider", "The party that provides it.");
		put("customer", "The party that pays for it.");
		put("consumer", "The party that gets the data.");
		put("in", "The bay in which the part stands.");
		put("uses", "The piece that fills the position now.");
		put("standby", "The pieces that may take the position.");
		put("covers", "The part of which this one is the installed reserve.");
		put("buffer", "How much the connection holds between its ends.");
		put("capacity", "How much can flow, or is drawn at most.");
		put("floor", "The load that the floor bears.");
		put("rate", "How many are done in a time.");
		put("lasts", "How long it takes.");
		put("after", "The steps that must be done before.");
		put("when", "The condition under which the step is done.");
		put("on", "The equipment on which the step is done.");
		put("consumes", "How much of a medium goes in.");
		put("produces", "How much of a medium comes out.");
		put("yield", "Which share is good.");
		put("quantity", "How many are made.");
		put("price", "What is paid per piece.");
		put("duration", "The time that is simulated.");
		put("warmup", "The time at the beginning that does not count.");
		put("replications", "How often the simulation is repeated.");
		put("seed", "Where the random numbers begin.");
		put("scale", "The factor from the raw value.");
		put("offset", "What is added to the scaled raw value.");
	}

	private Meanings() {
	}

	private static void put(String key, String sentence) {
		MEANINGS.put(key, sentence);
	}

	/** @return what a property means, empty where nothing is known */
	static String of(String key) {
		return MEANINGS.getOrDefault(key, "");
	}
}
