package io.twinwright.workbench.browse;

import io.twinwright.core.address.ServedVariable;
import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.workbench.editor.Icons;
import java.util.function.Function;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;

/** The texts of the columns of the Browse view. */
final class BrowseLabels {
	private BrowseLabels() {
	}

	/** The display name; in bold letters what a signal of the text is bound to. */
	static final class Name extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return switch (element) {
				case Row.Server server -> server.session() == null ? server.served().url() : server.session().project().getName();
				case Row.Node node -> node.node().label();
				case Row.Note note -> note.text();
				default -> "";
			};
		}

		@Override
		public Image getImage(Object element) {
			return switch (element) {
				case Row.Server server -> Icons.of(SymbolKind.Module);
				case Row.Node node -> Icons.of(switch (node.node().kind()) {
					case OBJECT -> SymbolKind.Object;
					case VARIABLE -> SymbolKind.Property;
					case PROPERTY -> SymbolKind.Key;
					case METHOD -> SymbolKind.Method;
				});
				default -> null;
			};
		}

		@Override
		public Font getFont(Object element) {
			return element instanceof Row.Node node && node.node().signal() != null ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
					: null;
		}

		@Override
		public String getToolTipText(Object element) {
			return getText(element);
		}

		@Override
		public Color getForeground(Object element) {
			return element instanceof Row.Note note && note.isFailure() ? JFaceResources.getColorRegistry().get("ERROR_COLOR") : null;
		}
	}

	/** What is read of a variable. */
	static final class Detail extends ColumnLabelProvider {
		private final Function<NodeDetails, String> text;

		Detail(Function<NodeDetails, String> text) {
			this.text = text;
		}

		@Override
		public String getText(Object element) {
			return element instanceof Row.Node node && node.details() != null ? text.apply(node.details()) : "";
		}
	}

	/** The path of the signal that is read from a node. */
	static final class Signal extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return element instanceof Row.Node node && node.node().signal() != null ? node.node().signal() : "";
		}
	}

	/** Where a node is: its id as a binding names it; of a server its URL. */
	static final class Address extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			return switch (element) {
				case Row.Server server -> server.served().url();
				case Row.Node node -> node.node().address().toString();
				default -> "";
			};
		}
	}

	static String range(NodeDetails details) {
		ServedVariable variable = details.variable();
		return variable.low() == null ? "" : variable.low().toPlainString() + ".." + variable.high().toPlainString();
	}
}
