package io.twinwright.workbench.editor;

import org.eclipse.osgi.util.NLS;

/** The texts of the editor in the user's language. */
final class Messages extends NLS {
	public static String completionFailed;
	public static String copy;
	public static String explain;
	public static String noCard;
	public static String openDeclaration;

	static {
		initializeMessages("io.twinwright.workbench.editor.messages", Messages.class);
	}

	private Messages() {
	}
}
