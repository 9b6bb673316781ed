package io.twinwright.dsl.ide.edit;

import com.google.inject.Inject;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Arrangement;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Capability;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Footprint;
import io.twinwright.model.Identity;
import io.twinwright.model.Individual;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Product;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import io.twinwright.model.TopElement;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Adds what can be dragged from a palette. */
final class Additions {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Inject
	private Spelling spelling;

	void part(Work work, Gesture.AddPart wanted) throws Refusal {
		Bay bay = wanted.bay() == null ? null : work.elements().bay(wanted.bay());
		Structure braces = wanted.into() == null ? line(work, bay) : work.elements().braces(wanted.into());
		String prefix = wanted.into() == null ? TwinModel.qualifiedName((NamedElement) braces) : wanted.into();
		String where = ((NamedElement) braces).getName();
		if (!(braces instanceof Asset || braces instanceof Type || braces instanceof Part)) {
			throw new Refusal(Reasons.noParts((EObject) braces));
		}
		Type type = work.elements().declaration(wanted.type(), Type.class, "type");
		Set<String> taken = work.taken((EObject) braces);
		taken.add(type.getName());
		String name = spelling.fresh(wanted.name(), usual(type), taken, where);
		Refusal.throwIf(Arrangement.contained((EObject) braces, name, type));
		if (bay != null) {
			Refusal.throwIf(work.arrangement().standing(braces, name, null, type, bay));
		}
		add(work, braces, Part.class, "part %s : %s%s".formatted(spelling.name(name), spelling.reference((EObject) braces, TWIN.getPart_Type(), type),
				bay == null ? "" : " in " + spelling.name(bay.getName())));
		work.added(prefix + "." + name);
	}

	/** A part is named as its type, in small letters. */
	private static String usual(NamedElement declaration) {
		String name = declaration.getName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private static Structure line(Work work, Bay bay) throws Refusal {
		if (bay == null) {
			throw new Refusal("Nothing is chosen that gets the part. Choose an asset, a type or a bay.");
		}
		Site site = (Site) bay.eContainer();
		List<Asset> lines = work.twin().all(Asset.class).stream().filter(asset -> work.arrangement().site(asset) == site
				&& Members.lineage(asset).stream().anyMatch(layer -> layer.getElements().stream().anyMatch(Part.class::isInstance))).toList();
		if (lines.isEmpty()) {
			throw new Refusal("No asset at site '%s' has parts that could stand in bay '%s'. Add a line at the site first.".formatted(site.getName(), bay.getName()));
		}
		if (lines.size() > 1) {
			throw new Refusal("Bay '%s' may serve %s. Add the part in the diagram of one of them.".formatted(bay.getName(),
					lines.stream().map(asset -> "'" + asset.getName() + "'").collect(Collectors.joining(", "))));
		}
		return lines.getFirst();
	}

	void port(Work work, Gesture.AddPort wanted) throws Refusal {
		Structure braces = work.elements().braces(wanted.into());
		String where = ((NamedElement) braces).getName();
		if (!(braces instanceof Individual || braces instanceof Type || braces instanceof Part)) {
			throw new Refusal(Reasons.noPorts((EObject) braces));
		}
		Medium medium = work.elements().declaration(wanted.medium(), Medium.class, "medium");
		Set<String> taken = work.taken((EObject) braces);
		taken.add(medium.getName());
		String name = spelling.fresh(wanted.name(), usual(medium), taken, where);
		add(work, braces, Port.class, "port %s %s : %s".formatted(wanted.direction().getLiteral(), spelling.name(name),
				spelling.reference((EObject) braces, TWIN.getPort_Medium(), medium)));
		work.added(wanted.into() + "." + name);
	}

	void bay(Work work, Gesture.AddBay wanted) throws Refusal {
		Site site = work.elements().find(wanted.site(), Site.class, "site");
		Footprint footprint = wanted.footprint() == null ? null : work.elements().declaration(wanted.footprint(), Footprint.class, "footprint");
		Set<String> taken = work.taken(site);
		List<Bay> bays = Elements.own(site, Bay.class);
		String usual = bays.isEmpty() || bays.getLast().getName() == null ? "bay1" : Spelling.next(bays.getLast().getName(), taken);
		String name = spelling.fresh(wanted.name(), usual, taken, site.getName());
		add(work, site, Bay.class, "bay " + spelling.name(name)
				+ (footprint == null ? "" : " footprint " + spelling.reference(site, TWIN.getSize_Footprint(), footprint)));
		work.added(wanted.site() + "." + name);
	}

	void step(Work work, Gesture.AddStep wanted) throws Refusal {
		Recipe recipe = work.elements().find(wanted.recipe(), Recipe.class, "recipe");
		Capability capability = wanted.capability() == null ? null : work.elements().declaration(wanted.capability(), Capability.class, "capability");
		Step before = wanted.after() == null ? null : work.elements().find(wanted.after(), Step.class, "step");
		if (before != null && before.eContainer() != recipe) {
			throw new Refusal("Step '%s' belongs to another recipe than '%s'. Choose a step of this one.".formatted(before.getName(), recipe.getName()));
		}
		String name = spelling.fresh(wanted.name(), capability == null ? "step" : usual(capability), work.taken(recipe), recipe.getName());
		Step neighbour = before != null ? before : recipe.getSteps().isEmpty() ? null : recipe.getSteps().getLast();
		String line = "step " + spelling.name(name)
				+ (capability == null ? "" : " needs " + spelling.reference(recipe, TWIN.getStep_Capability(), capability))
				+ (before == null ? "" : " after " + spelling.name(before.getName()));
		work.changes().lines(recipe).addTo(recipe, neighbour, List.of(aligned(line, neighbour)));
		work.added(wanted.recipe() + "." + name);
	}

	void asset(Work work, Gesture.AddAsset wanted) throws Refusal {
		Type type = wanted.type() == null ? null : work.elements().declaration(wanted.type(), Type.class, "type");
		Site site = wanted.site() == null ? null : work.elements().find(wanted.site(), Site.class, "site");
		if (type != null && type.isAbstract()) {
			throw new Refusal("'%s' is abstract and has no assets. Choose a type that extends it.".formatted(type.getName()));
		}
		Model file = file(work, wanted.beside() == null ? wanted.site() : wanted.beside());
		String name = spelling.fresh(wanted.name(), Spelling.next((type == null ? "Asset" : type.getName()) + "0", work.declared(file)), work.declared(file), file.getNamespace());
		declare(work, file, Asset.class, List.of("asset " + spelling.name(name)
				+ (type == null ? "" : " : " + spelling.reference(file, TWIN.getAsset_Type(), type))
				+ (site == null ? "" : " at " + spelling.reference(file, TWIN.getPlacement_Place(), site))));
		added(work, file, name);
	}

	void site(Work work, Gesture.AddSite wanted) throws Refusal {
		Model file = file(work, wanted.beside());
		String name = spelling.fresh(wanted.name(), Spelling.next("Site0", work.declared(file)), work.declared(file), file.getNamespace());
		declare(work, file, Site.class, List.of("site " + spelling.name(name)));
		added(work, file, name);
	}

	void recipe(Work work, Gesture.AddRecipe wanted) throws Refusal {
		Product product = work.elements().declaration(wanted.product(), Product.class, "product");
		Model file = file(work, wanted.beside());
		String name = spelling.fresh(wanted.name(), product.getName() + "Recipe", work.declared(file), file.getNamespace());
		declare(work, file, Recipe.class, List.of("recipe " + spelling.name(name) + " for " + spelling.reference(file, TWIN.getRecipe_Product(), product) + " {",
				work.changes().lines(file).step() + "step step1", "}"));
		added(work, file, name);
	}

	private static void added(Work work, Model file, String name) {
		work.added(file.getNamespace() == null ? name : file.getNamespace() + "." + name);
	}

	private static Model file(Work work, String beside) throws Refusal {
		if (beside != null) {
			EObject element = work.elements().find(beside).element();
			Work.requireOwn(element, beside);
			return Work.file(element);
		}
		for (XtextResource file : work.elements().files()) {
			if (Scratch.isBroken(file) && !Scratch.isEmpty(file)) {
				throw Elements.broken(file);
			}
			if (!Scratch.isEmpty(file)) {
				return (Model) file.getContents().getFirst();
			}
		}
		throw new Refusal("No file says anything yet. Begin one with its namespace first.");
	}

	/** Adds a declaration behind the last of its kind, else at the end of the file. */
	private static void declare(Work work, Model file, Class<? extends Declaration> kind, List<String> lines) {
		List<TopElement> elements = file.getElements();
		TopElement last = elements.stream().filter(kind::isInstance).reduce((one, more) -> more).orElse(null);
		List<String> all = new ArrayList<>();
		if (last == null || lines.size() > 1 || NodeModelUtils.getNode(last).getText().strip().indexOf('\n') >= 0) {
			all.add("");
		}
		all.addAll(lines);
		work.changes().lines(file).addAfter(last != null ? last : elements.isEmpty() ? file : elements.getLast(), all);
	}

	/** Adds an element to braces: behind the last of its kind, else behind those that usually stand before it. */
	void add(Work work, Structure braces, Class<?> kind, String line) {
		EObject neighbour = neighbour(braces, kind);
		work.changes().lines((EObject) braces).addTo((EObject) braces, neighbour, List.of(kind.isInstance(neighbour) ? aligned(line, neighbour) : line));
	}

	/** @return behind what an element of a kind goes, null for the beginning of the braces */
	static EObject neighbour(Structure braces, Class<?> kind) {
		List<Class<?>> order = kind == Connection.class ? List.of(Connection.class, Part.class, Port.class, EObject.class)
				: kind == Part.class ? List.of(Part.class, Port.class, EObject.class)
				: kind == Bay.class || kind == Port.class ? List.of(kind, Bay.class, Identity.class) : List.of(EObject.class);
		for (Class<?> before : order) {
			List<?> same = Elements.own(braces, before);
			if (!same.isEmpty()) {
				return (EObject) same.getLast();
			}
		}
		return null;
	}

	/** Names get as much room as those of the neighbour, as far as lines of one kind are aligned. */
	static String aligned(String line, EObject neighbour) {
		if (neighbour == null || neighbour instanceof Connection connection && connection.getName() != null) {
			return line;
		}
		String mark = line.startsWith("connect ") ? " -> " : line.startsWith("step ") ? " needs " : line.startsWith("bay ") ? " footprint " : " : ";
		ICompositeNode node = NodeModelUtils.findActualNodeFor(neighbour);
		int column = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset()).indexOf(mark);
		int own = line.indexOf(mark);
		return own < 0 || column <= own ? line : line.substring(0, own) + " ".repeat(column - own) + line.substring(own);
	}
}
