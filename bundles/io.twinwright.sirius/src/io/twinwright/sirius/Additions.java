package io.twinwright.sirius;

import io.twinwright.core.structure.Members;
import io.twinwright.core.topology.PortFit;
import io.twinwright.diagram.Connections.Place;
import io.twinwright.dsl.insert.NewNames;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Footprint;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Port;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Recipe;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Site;
import io.twinwright.model.Size;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** Makes new elements with all that their text needs, behind the last one of their kind. */
final class Additions {
	private Additions() {
	}

	static String part(Structure around, Type type) {
		Part part = TwinFactory.eINSTANCE.createPart();
		part.setName(free(around, type));
		part.setType(type);
		return add(around, part);
	}

	static String port(Structure around, Medium medium, String direction) {
		Port port = TwinFactory.eINSTANCE.createPort();
		port.setDirection(Direction.getByName(direction));
		port.setName(free(around, medium));
		port.setMedium(medium);
		return add(around, port);
	}

	static String bay(Structure around, Footprint footprint) {
		Bay bay = TwinFactory.eINSTANCE.createBay();
		bay.setName(NewNames.free("bay", taken(around)));
		Size size = TwinFactory.eINSTANCE.createSize();
		size.setFootprint(footprint);
		bay.getClauses().add(size);
		return add(around, bay);
	}

	/** In the file of the site, behind the last asset there. */
	static String asset(Site site, Type type) {
		Model file = (Model) site.eContainer();
		Asset asset = TwinFactory.eINSTANCE.createAsset();
		Set<String> taken = new HashSet<>();
		file.getElements().stream().filter(Declaration.class::isInstance).map(Declaration.class::cast).map(Declaration::getName).forEach(taken::add);
		asset.setName(NewNames.free(type.getName() + "1", taken));
		asset.setType(type);
		Placement placement = TwinFactory.eINSTANCE.createPlacement();
		placement.setPlace(site);
		asset.getClauses().add(placement);
		insert(file.getElements(), asset);
		return "";
	}

	static String signal(Structure around, SignalKind kind) {
		Signal signal = TwinFactory.eINSTANCE.createSignal();
		signal.setKind(kind);
		signal.setName(NewNames.free(kind.getLiteral(), taken(around)));
		PrimitiveType number = TwinFactory.eINSTANCE.createPrimitiveType();
		number.setPrimitive(Primitive.REAL);
		signal.setType(number);
		return add(around, signal);
	}

	static String step(Recipe recipe, Capability capability) {
		Step step = TwinFactory.eINSTANCE.createStep();
		Set<String> taken = new HashSet<>();
		recipe.getSteps().stream().map(Step::getName).forEach(taken::add);
		step.setName(NewNames.free(lowerCase(capability.getName()), taken));
		step.setCapability(capability);
		recipe.getSteps().add(step);
		return "";
	}

	static void connection(Structure around, Place from, Place to) {
		Connection connection = TwinFactory.eINSTANCE.createConnection();
		connection.setSource(end(from));
		connection.setTarget(end(to));
		connection.setBidirectional(PortFit.isBoth(connection.getSource()) && PortFit.isBoth(connection.getTarget()));
		add(around, connection);
	}

	private static End end(Place place) {
		End end = TwinFactory.eINSTANCE.createEnd();
		end.setPart(place.part());
		end.setPort(place.port());
		return end;
	}

	private static String add(Structure around, Element element) {
		insert(around.getElements(), element);
		return "";
	}

	private static <T extends EObject> void insert(List<? super T> elements, T element) {
		int last = elements.size();
		while (last > 0 && ((EObject) elements.get(last - 1)).eClass() != element.eClass()) {
			last--;
		}
		elements.add(last == 0 ? elements.size() : last, element);
	}

	private static String free(Structure around, NamedElement kind) {
		return NewNames.free(lowerCase(kind.getName()), taken(around));
	}

	private static Set<String> taken(Structure around) {
		return new HashSet<>(new Members(Members.Cache.none()).all(around).keySet());
	}

	private static String lowerCase(String name) {
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}
}
