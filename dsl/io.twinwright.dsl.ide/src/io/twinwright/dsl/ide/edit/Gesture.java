package io.twinwright.dsl.ide.edit;

import io.twinwright.model.Direction;
import java.util.List;

/**
 * What a user does to a model in a diagram. Elements are named by the ids of diagrams: the qualified name, also of what is
 * inherited, as in {@code plant.Juice1.fill.bottles}; of a connection without a name its structure and its ends; of a tie the ids
 * of both its ends with its kind between them. Types, media and other declarations are named by their qualified names. A name
 * may be null wherever something is added: then a free one is made.
 */
public sealed interface Gesture {
	/**
	 * Adds a position for a module.
	 *
	 * @param into the asset, type, part or line that gets it; null for the only asset at the site of the bay
	 * @param type of the module
	 * @param bay in which it stands, null for none
	 */
	record AddPart(String into, String type, String name, String bay) implements Gesture {
	}

	/**
	 * Adds a port of its own to equipment, or a utility to a site.
	 *
	 * @param into the asset, type, part or site that gets it
	 */
	record AddPort(String into, Direction direction, String medium, String name) implements Gesture {
	}

	/**
	 * Adds an asset, beside another element in its file.
	 *
	 * @param beside any element of the file; null for the first file
	 * @param type of the asset, null for none
	 * @param site at which it stands, null for none
	 */
	record AddAsset(String beside, String type, String name, String site) implements Gesture {
	}

	/** Adds a site, beside another element in its file; null for the first file. */
	record AddSite(String beside, String name) implements Gesture {
	}

	/**
	 * Adds a bay to a site.
	 *
	 * @param footprint of the modules that it takes, null for none
	 */
	record AddBay(String site, String footprint, String name) implements Gesture {
	}

	/** Adds a recipe for a product, with one step for it to begin with, beside another element in its file; null for the first file. */
	record AddRecipe(String beside, String product, String name) implements Gesture {
	}

	/**
	 * Adds a step to a recipe.
	 *
	 * @param capability that it needs, null for none
	 * @param after the step before it, null for none
	 */
	record AddStep(String recipe, String capability, String name, String after) implements Gesture {
	}

	/**
	 * Connects two ports.
	 *
	 * @param in what the diagram shows, which gets the connection
	 * @param from the port that gives
	 * @param to the port that takes; the ends are swapped where they only fit that way
	 */
	record Connect(String in, String from, String to, String name) implements Gesture {
	}

	/**
	 * Lets a connection begin or end elsewhere; its clauses and signals stay.
	 *
	 * @param atSource whether it begins elsewhere, else it ends elsewhere
	 * @param port its new end
	 */
	record Reconnect(String in, String connection, boolean atSource, String port) implements Gesture {
	}

	/** Lets a step come after another one too. To take that away, delete the tie. */
	record Precede(String before, String step) implements Gesture {
	}

	/** Says how much a connection buffers, as in {@code 120}; null takes it away. */
	record SetBuffer(String connection, String amount) implements Gesture {
	}

	/** Says which pieces may take a position; none takes that away. */
	record SetStandby(String part, List<String> assets) implements Gesture {
	}

	/** Says of one more piece that it may take a position. */
	record AddStandby(String part, String asset) implements Gesture {
	}

	/** Says of which part a part is the installed reserve; null takes that away. */
	record SetCover(String part, String covered) implements Gesture {
	}

	/** Puts a part into another bay; null takes it out of its bay. */
	record SetBay(String part, String bay) implements Gesture {
	}

	/** Changes a name where it is declared and everywhere it is used. */
	record Rename(String element, String name) implements Gesture {
	}

	/**
	 * Sets what {@link Editing#properties} lists.
	 *
	 * @param key of the property
	 * @param text in the form in which the property has it; blank or null takes it away
	 */
	record SetProperty(String element, String key, String text) implements Gesture {
	}

	/**
	 * Deletes elements with what cannot stand without them: of a part its connections, the reserves that cover it, its bindings and
	 * refinements; of a piece its mention as piece or standby; of a bay or step its mention. Of a tie the mention alone goes. Refused
	 * where something else uses an element, or it is declared elsewhere.
	 */
	record Delete(List<String> elements) implements Gesture {
	}

	/**
	 * Inserts what {@link Editing#copy} gave, under free names. Copies take neither bay nor piece of what they were made of.
	 *
	 * @param into the asset, type, part, site or recipe that gets it, or any element of the file that gets declarations
	 * @param text one or several elements or declarations
	 */
	record Paste(String into, String text) implements Gesture {
	}
}
