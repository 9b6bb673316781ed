package io.twinwright.dsl.insert;

import io.twinwright.model.Asset;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The braces in which a signal goes.
 *
 * @param braces the type, asset, part, service, procedure or connection
 */
record Place(Structure braces) {
	/** There is no place for signals. The message says why, in whole sentences. */
	static final class Refused extends Exception {
		private static final long serialVersionUID = 1L;

		Refused(String message) {
			super(message);
		}
	}

	/** @return the nearest braces around an offset, else the type or asset in whose header it is */
	static Place at(Model file, int offset) throws Refused {
		Structure inner = null;
		Structure header = null;
		for (var contents = EcoreUtil.<EObject>getAllProperContents(file, false); contents.hasNext();) {
			EObject next = contents.next();
			if (next instanceof Structure structure) {
				INode node = NodeModelUtils.findActualNodeFor(structure);
				INode open = Lines.brace(structure, "{");
				if (open != null && open.getOffset() < offset && offset <= Lines.brace(structure, "}").getOffset()) {
					inner = structure;
				} else if (structure.eContainer() == file && node.getOffset() <= offset && offset <= node.getEndOffset()) {
					header = structure;
				}
			}
		}
		Structure found = inner != null ? inner : header;
		if (found == null) {
			throw new Refused("Signals stand in the braces of a type, an asset, a part, a service or a connection. Put the cursor there.");
		}
		if (found instanceof Site site) {
			throw new Refused("Signals of site '%s' are not read from a server. Put the cursor into an asset or a type.".formatted(site.getName()));
		}
		Place place = new Place(found);
		place.names();
		return place;
	}

	/** @return the declaration that the braces are part of: a type or an asset */
	Structure root() {
		Structure root = braces;
		while (root.eContainer() instanceof Structure outer) {
			root = outer;
		}
		return root;
	}

	/** @return the asset, part or type whose object on a server has the signals */
	Structure owner() {
		Structure owner = braces;
		while (!(owner instanceof Part) && owner.eContainer() instanceof Structure outer) {
			owner = outer;
		}
		return owner;
	}

	/** @return the names from the root down to the braces, both included */
	List<String> names() throws Refused {
		return names(root());
	}

	/** @return the names between the owner and the braces, those of services and connections */
	List<String> namesInOwner() throws Refused {
		List<String> names = names(owner());
		return names.subList(1, names.size());
	}

	private List<String> names(Structure outermost) throws Refused {
		List<String> names = new ArrayList<>();
		for (EObject up = braces;; up = up.eContainer()) {
			if (!(up instanceof NamedElement named) || named.getName() == null) {
				throw new Refused(up instanceof Connection ? "The connection has no name by which its signals could be bound. Give it one, as in 'connect belt : a -> b'."
						: "What stands around the cursor has no name. Give it one first.");
			}
			names.addFirst(named.getName());
			if (up == outermost) {
				return names;
			}
		}
	}

	/** @return whether there is exactly one of its signals, which can be bound by its path */
	boolean isSingle() {
		for (EObject up = braces; up instanceof Structure; up = up.eContainer()) {
			if (up instanceof Part part && part.getMultiplicity() != null) {
				return false;
			}
		}
		return root() instanceof Asset;
	}

	/** @return the last element that ends before an offset or stands around it, null if there is none */
	Element before(int offset) {
		Element before = null;
		for (Element element : braces.getElements()) {
			if (NodeModelUtils.findActualNodeFor(element).getOffset() < offset) {
				before = element;
			}
		}
		return before;
	}
}
