package io.twinwright.sirius;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Point;
import io.twinwright.model.NamedElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;

/**
 * Carries the positions of nodes between a diagram in Sirius, which keeps them in its own file, and the file of positions beside the text,
 * which all other drawings share. What Sirius has placed is read and set by the names of the features of its notation.
 */
public final class PlaceServices {
	private static final String UNWRITABLE = "'%s' cannot be written: %s. Check that you may write there.";

	private PlaceServices() {
	}

	/** Puts the nodes where the file of positions has them; what it does not have stays where it is. */
	public static List<EObject> placeAsKept(EObject self, EObject view) {
		return EditServices.placed(Views.subject(view), subject -> {
			try {
				LayoutFile layout = read(subject);
				forEachNode(view, (node, bounds) -> {
					Point place = layout.of(Drawings.of(subject).shown(view).diagram()).get(node.id());
					if (place != null) {
						Views.set(bounds, "x", (int) place.x());
						Views.set(bounds, "y", (int) place.y());
					}
				});
				return "";
			} catch (ParseException | IOException e) {
				return LayoutFile.unreadable(file(subject).lastSegment());
			}
		});
	}

	/** Writes where the nodes are into the file of positions, for all other drawings. */
	public static List<EObject> keepPlaces(EObject self, EObject view) {
		return EditServices.placed(Views.subject(view), subject -> {
			Diagram diagram = Drawings.of(subject).shown(view).diagram();
			try {
				LayoutFile layout = read(subject);
				forEachNode(view, (node, bounds) -> layout.put(diagram.id(), node.id(), new Point(Views.number(bounds, "x"), Views.number(bounds, "y"))));
				try (OutputStream out = files(subject).getURIConverter().createOutputStream(file(subject))) {
					out.write(layout.text().getBytes(StandardCharsets.UTF_8));
				}
				return "";
			} catch (ParseException e) {
				return LayoutFile.unreadable(file(subject).lastSegment());
			} catch (IOException e) {
				return UNWRITABLE.formatted(file(subject).lastSegment(), e.getMessage());
			}
		});
	}

	private static LayoutFile read(NamedElement subject) throws IOException, ParseException {
		if (!files(subject).getURIConverter().exists(file(subject), null)) {
			return new LayoutFile();
		}
		try (InputStream in = files(subject).getURIConverter().createInputStream(file(subject))) {
			return LayoutFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private static ResourceSet files(NamedElement subject) {
		return subject.eResource().getResourceSet();
	}

	private static URI file(NamedElement subject) {
		URI text = subject.eResource().getURI().trimFileExtension();
		return text.trimSegments(1).appendSegment(text.lastSegment() + LayoutFile.ENDING);
	}

	/** Calls with each node that stands on its own, and the bounds that the notation of the diagram has of it. */
	private static void forEachNode(EObject view, BiConsumer<DiagramNode, EObject> action) {
		EObject drawn = Views.diagram(view);
		Shown shown = Drawings.of(Views.subject(view)).shown(view);
		for (EObject shape : Views.shapes(drawn)) {
			EObject box = Views.drawn(shape);
			EObject bounds = Views.bounds(shape);
			DiagramNode node = box == null || box.eContainer() != drawn || bounds == null ? null : shown.node(Views.element(box), drawn);
			if (node != null && node.parent() == null && shown.diagram().mayPlace(node.id())) {
				action.accept(node, bounds);
			}
		}
	}
}
