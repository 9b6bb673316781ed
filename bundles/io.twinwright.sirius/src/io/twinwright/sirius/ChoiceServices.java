package io.twinwright.sirius;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Arrangement;
import io.twinwright.core.topology.Wiring;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Palette.Use;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Footprint;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** From what the user may choose: what the project declares first, then what the library does, each by name. */
public final class ChoiceServices {
	private ChoiceServices() {
	}

	/** @return the types of which a part of equipment may be */
	public static List<Type> types(EObject self) {
		return all(self, Type.class).stream().filter(type -> Arrangement.contained(self, type.getName(), type).isEmpty())
				.toList();
	}

	/** @return the media that a port may carry */
	public static List<Medium> media(EObject self) {
		return all(self, Medium.class);
	}

	/** @return the media that may flow both ways */
	public static List<Medium> mediaBothWays(EObject self) {
		return offered(self, DiagramKind.LINE, Use.PORT_INOUT, Medium.class);
	}

	/** @return the media that a site may supply */
	public static List<Medium> utilities(EObject self) {
		return offered(self, DiagramKind.SITE, Use.PORT_OUT, Medium.class);
	}

	/** @return the types of which a module at a site may be */
	public static List<Type> modules(EObject self) {
		return offered(self, DiagramKind.SITE, Use.ASSET, Type.class);
	}

	/** @return what a tool of the palette may be used for */
	private static <T extends Declaration> List<T> offered(EObject self, DiagramKind kind, Use use, Class<T> type) {
		if (!(self instanceof NamedElement subject) || self.eResource() == null) {
			return List.of();
		}
		Set<String> offered = new HashSet<>();
		Drawings.of(self).palette().tools(kind, subject).stream().filter(tool -> tool.use() == use).forEach(tool -> offered.add(tool.type()));
		return all(self, type).stream().filter(declaration -> offered.contains(TwinModel.qualifiedName(declaration))).toList();
	}

	/** @return the capabilities that a step may need */
	public static List<Capability> capabilities(EObject self) {
		return all(self, Capability.class);
	}

	/** @return the footprints that a bay may have */
	public static List<Footprint> footprints(EObject self) {
		return all(self, Footprint.class);
	}

	/** @return the pieces that a part does not name yet; why one of them cannot take its place is said when it is chosen */
	public static List<Asset> standbys(EObject self) {
		if (!(self instanceof Part part)) {
			return List.of();
		}
		List<Asset> named = part.getClauses().stream().filter(Occupancy.class::isInstance).flatMap(clause -> ((Occupancy) clause).getAssets().stream())
				.toList();
		return all(self, Asset.class).stream().filter(asset -> !named.contains(asset)).toList();
	}

	/** @return the pieces that a part names as standby */
	public static List<Asset> standby(Part self) {
		return self.getClauses().stream().filter(clause -> clause instanceof Occupancy occupancy && occupancy.getKind() == UseKind.STANDBY)
				.flatMap(clause -> ((Occupancy) clause).getAssets().stream()).toList();
	}

	/** @return the parts that a part may be the reserve of: the others beside it */
	public static List<Part> coverable(EObject self) {
		return self instanceof Part part && part.eContainer() instanceof Structure around
				? new Wiring(around).parts().stream().filter(other -> other != part && other.getName() != null).toList() : List.of();
	}

	/** @return the part of which a part is the reserve, null for none */
	public static Part covered(Part self) {
		return Wiring.covered(self);
	}

	/** @return how much a connection buffers, as it is written; empty where nothing is said */
	public static String buffer(Connection self) {
		return self.getClauses().stream().filter(clause -> clause instanceof Measure measure && measure.getKind() == MeasureKind.BUFFER)
				.map(clause -> ((Measure) clause).getValue()).filter(Objects::nonNull)
				.map(value -> value.getNumber().toPlainString() + (value.getUnit() == null ? "" : " [" + value.getUnit() + "]")).findFirst().orElse("");
	}

	/** @return the bays of the site at which a part is */
	public static List<Bay> bays(EObject self) {
		Asset around = EcoreUtil2.getContainerOfType(self, Asset.class);
		Site site = around == null ? null : Drawings.of(self).arrangement().site(around);
		return site == null ? List.of() : site.getElements().stream().filter(Bay.class::isInstance).map(Bay.class::cast).filter(bay -> bay.getName() != null)
				.toList();
	}

	/** @return the bay in which a part is put, null for none */
	public static Bay bay(Part self) {
		return self.getClauses().stream().filter(BayPlacement.class::isInstance).map(clause -> ((BayPlacement) clause).getBay())
				.filter(bay -> bay != null && !bay.eIsProxy()).findFirst().orElse(null);
	}

	/** @return a name to choose by, with the namespace where it is not that of the file */
	public static String choice(NamedElement self) {
		return TwinModel.qualifiedName(self);
	}

	/** @return whether an element is a part */
	public static boolean isPart(EObject self) {
		return self instanceof Part;
	}

	private static <T extends Declaration> List<T> all(EObject self, Class<T> kind) {
		if (self.eResource() == null) {
			return List.of();
		}
		List<T> all = new ArrayList<>(sorted(Drawings.of(self).twin().all(kind)));
		all.addAll(sorted(Library.of(self.eResource().getResourceSet()).declarations().values().stream().filter(kind::isInstance).map(kind::cast)
				.toList()));
		return all;
	}

	private static <T extends Declaration> List<T> sorted(List<T> declarations) {
		return declarations.stream().filter(declaration -> declaration.getName() != null).sorted(Comparator.comparing(Declaration::getName)).toList();
	}
}
