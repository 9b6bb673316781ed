package io.twinwright.dsl.ide.hover;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.navigation.Kinds;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.dsl.ide.text.Pointed;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.project.Projects;
import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Function;
import io.twinwright.model.Literal;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Segment;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Type;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Writes what is known about elements. */
public final class Descriptions {
	@Inject
	private Projects projects;

	/** @return the heading and the description of an element, without what must be computed from all files */
	public String brief(NamedElement element) {
		return page(element).toString();
	}

	/** @return all that is known about an element where it stands */
	String full(Pointed pointed, XtextResource file) {
		NamedElement element = pointed.element();
		Page page = page(element);
		TwinModel twin = projects.of(file);
		switch (element) {
			case Signal signal -> SignalFacts.add(page, signal, segment(pointed, file), twin);
			case Type type -> EquipmentFacts.addType(page, type);
			case Asset asset -> EquipmentFacts.addAsset(page, asset, twin);
			case Part part -> EquipmentFacts.addPart(page, part, twin);
			case Port port -> EquipmentFacts.addPort(page, port);
			case Function function -> VocabularyFacts.addFunction(page, function);
			case Capability capability -> VocabularyFacts.addCapability(page, capability, twin);
			case Enumeration states -> VocabularyFacts.addStates(page, states);
			case Parameter parameter -> page.fact("Unit", UnitFacts.line(unit(parameter)));
			case Parametrized other -> VocabularyFacts.addBases(page, other);
			default -> {
				// the heading says it
			}
		}
		return page.toString();
	}

	private static String unit(Parameter parameter) {
		return parameter.getType() instanceof io.twinwright.model.QuantityType type ? type.getUnit() : null;
	}

	private static Segment segment(Pointed pointed, XtextResource file) {
		INode leaf = pointed.isDeclaration() ? null : Pointed.leaf(file, pointed.region().getOffset());
		EObject owner = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		return owner instanceof Segment segment ? segment : null;
	}

	/** @return a page with the heading and the comment of an element */
	static Page page(NamedElement element) {
		Page page = new Page(heading(element));
		if (element.getLabel() != null) {
			page.text("*" + element.getLabel() + "*");
		}
		return page.text(Comments.of(element).orElse(""));
	}

	private static String heading(NamedElement element) {
		String name = Headers.name(element);
		String own = Kinds.word(element) + " " + switch (element) {
			case Literal literal -> Headers.name((NamedElement) literal.eContainer()) + "." + name;
			case Parameter parameter -> Headers.parameter(parameter);
			case Signal signal -> name + numbers(Headers.multiplicity(signal.getMultiplicity())) + " : " + Headers.type(signal.getType());
			case Part part -> name + numbers(Headers.multiplicity(part.getMultiplicity())) + typed(part.getType());
			case Asset asset -> name + typed(asset.getType());
			case Port port -> name + typed(port.getMedium());
			case Service service -> name + typed(service.getCapability());
			case Function function -> name + parameters(function) + " : " + Headers.type(function.getType());
			case Type type -> name + extended(type.getBase());
			case Capability capability -> name + parameters(capability) + extended(capability.getBase());
			case Medium medium -> name + parameters(medium) + extended(medium.getBase());
			case Parametrized other -> name + parameters(other);
			default -> name;
		};
		return element instanceof Type type && type.isAbstract() ? "abstract " + own : own;
	}

	private static String numbers(String multiplicity) {
		return multiplicity.isEmpty() ? "" : " " + multiplicity;
	}

	private static String typed(NamedElement type) {
		return Headers.name(type).isEmpty() ? "" : " : " + Headers.name(type);
	}

	private static String extended(NamedElement base) {
		return Headers.name(base).isEmpty() ? "" : " extends " + Headers.name(base);
	}

	private static String parameters(Parametrized element) {
		return Headers.parameters(element.getParameters());
	}
}
