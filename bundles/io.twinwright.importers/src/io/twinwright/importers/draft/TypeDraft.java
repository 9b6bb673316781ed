package io.twinwright.importers.draft;

/** A kind of equipment. Its {@link #type} is what it extends. */
public final class TypeDraft extends EquipmentDraft {
	/** Whether there are no pieces of it. */
	public boolean isAbstract;
	/** A type of the standard library that it is, by its simple name; null if it is a declaration of the text. */
	public String library;

	TypeDraft(String name) {
		super(name);
	}
}
