package io.twinwright.workbench.editor;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;

/** The pictures of elements. For the thread of the user interface. */
public final class Icons {
	private static final String BUNDLE = "io.twinwright.workbench";

	private Icons() {
	}

	/** @return the picture of a proposal */
	public static Image of(CompletionItemKind kind) {
		return image(kind == null ? "word" : name(kind.name()));
	}

	/** @return the picture of an element */
	public static Image of(SymbolKind kind) {
		return image(name(kind.name()));
	}

	/** Both lists of kinds have the same words. */
	private static String name(String kind) {
		return switch (kind) {
			case "Class" -> "type";
			case "Struct" -> "medium";
			case "Interface" -> "capability";
			case "Enum", "EnumMember" -> "state";
			case "Function" -> "function";
			case "Method" -> "service";
			case "Event" -> "feedback";
			case "Property", "Variable", "Constant" -> "signal";
			case "Field" -> "part";
			case "Module" -> "endpoint";
			case "Operator" -> "connection";
			case "Package" -> "site";
			case "File" -> "contract";
			case "Key" -> "identity";
			case "Namespace" -> "party";
			case "Unit" -> "unit";
			case "Snippet" -> "snippet";
			case "Keyword" -> "word";
			default -> "asset";
		};
	}

	private static Image image(String name) {
		ImageRegistry images = JFaceResources.getImageRegistry();
		String key = BUNDLE + "/" + name;
		if (images.getDescriptor(key) == null) {
			ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").ifPresent(found -> images.put(key, found));
		}
		return images.get(key);
	}
}
