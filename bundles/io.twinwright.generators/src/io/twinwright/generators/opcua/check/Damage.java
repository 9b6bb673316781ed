package io.twinwright.generators.opcua.check;

/**
 * One thing that is wrong in a node set.
 *
 * @param kind what is wrong
 * @param document the document in which it is
 * @param node the NodeId as the document has it, empty if it is about the document
 * @param message what is wrong, as a sentence
 */
public record Damage(Kind kind, String document, String node, String message) {
	/** The kinds of damage. */
	public enum Kind {
		/** A NodeId or browse name has the number of no namespace, or an alias is not declared. */
		UNKNOWN_NAMESPACE,
		/** A node is defined twice. */
		DUPLICATE_NODE,
		/** A reference leads to no node. */
		DANGLING_REFERENCE,
		/** A reference has no type or one that is no reference type. */
		UNKNOWN_REFERENCE_TYPE,
		/** An object or variable has no type definition, or several. */
		NO_TYPE_DEFINITION,
		/** A type definition is of the wrong node class. */
		WRONG_TYPE_DEFINITION,
		/** An instance has an abstract type. */
		ABSTRACT_TYPE,
		/** A data type does not exist or is none. */
		UNKNOWN_DATA_TYPE,
		/** A value does not match its data type. */
		WRONG_VALUE,
		/** Two nodes below one have the same browse name. */
		NAME_CLASH,
		/** A node is below no other. */
		NO_PARENT,
		/** An instance lacks what its type demands. */
		MISSING_MEMBER,
		/** A model is used and not required, or required and not there. */
		MISSING_MODEL,
		/** Models require each other in a circle. */
		MODEL_CIRCLE
	}
}
