package io.twinwright.dsl.scoping;

import com.google.inject.Inject;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.States;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Argument;
import io.twinwright.model.Asset;
import io.twinwright.model.Binding;
import io.twinwright.model.Call;
import io.twinwright.model.Connection;
import io.twinwright.model.Contract;
import io.twinwright.model.End;
import io.twinwright.model.Membership;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Offer;
import io.twinwright.model.Operand;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Placement;
import io.twinwright.model.Recipe;
import io.twinwright.model.Scenario;
import io.twinwright.model.Segment;
import io.twinwright.model.Start;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.Type;
import io.twinwright.model.ValueOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * What a name means where it stands. A path is read from left to right: its first name is searched outwards through the
 * braces, inherited members included, then among the visible declarations; each next name only in what stands before it.
 */
public class TwinScopeProvider extends AbstractTwinScopeProvider {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Inject
	private ResourceDescriptionsProvider descriptions;
	@Inject
	private IResourceScopeCache cache;

	private final Members members = new Members(new Members.Cache() {
		@Override
		public <T> T get(EObject owner, Supplier<T> compute) {
			return cache.get(owner, owner.eResource(), compute::get);
		}
	});

	@Override
	public IScope getScope(EObject context, EReference reference) {
		if (reference == TWIN.getSegment_Target()) {
			return segment((Segment) context);
		}
		if (reference == TWIN.getEnd_Part()) {
			return membersOf(holder(context), reference.getEReferenceType());
		}
		if (reference == TWIN.getEnd_Port()) {
			End end = (End) context;
			return membersOf(end.getPart() != null ? end.getPart() : holder(context), reference.getEReferenceType());
		}
		if (reference == TWIN.getArgument_Parameter()) {
			return arguments(context instanceof Argument ? context.eContainer() : context);
		}
		if (reference == TWIN.getMembership_Literals()) {
			return membersOf(States.of(((Membership) context).getLeft()));
		}
		if (reference == TWIN.getPrice_Meter()) {
			EObject owner = context.eContainer();
			return owner instanceof Offer offer ? named(offer.getItems()) : membersOf(owner, reference.getEReferenceType());
		}
		if (reference == TWIN.getBayPlacement_Bay()) {
			return membersOf(site(context), reference.getEReferenceType());
		}
		if (reference == TWIN.getCover_Part()) {
			return membersOf(holder(context.eContainer()), reference.getEReferenceType());
		}
		if (reference == TWIN.getSequence_Steps()) {
			Recipe recipe = EcoreUtil2.getContainerOfType(context, Recipe.class);
			return recipe == null ? IScope.NULLSCOPE : named(recipe.getSteps());
		}
		return declarations(context, reference.getEReferenceType());
	}

	private IScope segment(Segment segment) {
		if (!(segment.eContainer() instanceof Path path)) {
			return outwards(segment);
		}
		int index = path.getSegments().indexOf(segment);
		return index > 0 ? membersOf(path.getSegments().get(index - 1).getTarget()) : outwards(path);
	}

	private IScope arguments(EObject invocation) {
		if (invocation instanceof Start start) {
			return start.getTarget() == null ? IScope.NULLSCOPE
					: membersOf(start.getTarget().getSegments().getLast().getTarget());
		}
		return named(Members.parameters(invocation));
	}

	/** @return the braces in which the parts and ports are that an element of equipment means by their bare name */
	private static EObject holder(EObject object) {
		EObject up = object.eContainer();
		while (up != null && !(up instanceof Structure && !(up instanceof Connection))) {
			up = up.eContainer();
		}
		return up;
	}

	/** @return the site of the asset around an element, null if none is said */
	private static EObject site(EObject context) {
		Asset asset = EcoreUtil2.getContainerOfType(context, Asset.class);
		return asset == null ? null : asset.getClauses().stream().filter(Placement.class::isInstance)
				.map(clause -> ((Placement) clause).getPlace()).findFirst().orElse(null);
	}

	private IScope membersOf(EObject owner) {
		return membersOf(owner, TWIN.getNamedElement());
	}

	private IScope membersOf(EObject owner, EClass kind) {
		return owner == null ? IScope.NULLSCOPE : new LookupScope(name -> {
			NamedElement found = name.getSegmentCount() == 1 ? members.find(owner, name.getFirstSegment()) : null;
			return kind.isInstance(found) ? describe(found) : null;
		}, () -> describe(members.all(owner).values().stream().filter(kind::isInstance).toList()));
	}

	private static IScope named(List<? extends EObject> elements) {
		return new LookupScope(name -> describe(first(elements, name.toString())), () -> describe(elements));
	}

	private IScope declarations(EObject context, EClass kind) {
		VisibleDeclarations visible = visible(context);
		return visible == null ? IScope.NULLSCOPE
				: new LookupScope(name -> visible.find(kind, name), () -> visible.all(kind).values());
	}

	private VisibleDeclarations visible(EObject context) {
		Resource resource = context.eResource();
		if (resource == null || resource.getContents().isEmpty()
				|| !(resource.getContents().getFirst() instanceof Model model)) {
			return null;
		}
		return cache.get(VisibleDeclarations.class, resource, () -> new VisibleDeclarations(model,
				Library.of(resource.getResourceSet()).declarations(), descriptions.getResourceDescriptions(resource)));
	}

	/** The scope of a path's first name. */
	private IScope outwards(EObject from) {
		VisibleDeclarations visible = visible(from);
		return new LookupScope(name -> {
			if (name.getSegmentCount() == 1) {
				for (Level level : levels(from)) {
					NamedElement found = level.find(name.getFirstSegment());
					if (found != null) {
						return describe(found);
					}
				}
			}
			return visible == null ? null : visible.find(TWIN.getNamedElement(), name);
		}, () -> {
			Map<QualifiedName, IEObjectDescription> all = new LinkedHashMap<>();
			for (Level level : levels(from)) {
				describe(level.all()).forEach(description -> all.putIfAbsent(description.getName(), description));
			}
			if (visible != null) {
				visible.all(TWIN.getNamedElement()).forEach(all::putIfAbsent);
			}
			return all.values();
		});
	}

	/** The names of one pair of braces on the way outwards. */
	private interface Level {
		NamedElement find(String name);

		Collection<? extends EObject> all();
	}

	private List<Level> levels(EObject from) {
		List<Level> levels = new ArrayList<>();
		EObject inner = from;
		for (EObject up = from.eContainer(); up != null; up = up.eContainer()) {
			if (up instanceof Binding) {
				return List.of();
			}
			addLevels(up, inner, levels);
			inner = up;
		}
		return levels;
	}

	private void addLevels(EObject braces, EObject inner, List<Level> levels) {
		switch (braces) {
			case Call call -> visited(call, inner).ifPresent(part -> levels.add(level(part)));
			case Recipe recipe -> {
				levels.add(level(recipe.getSteps()));
				levels.add(level(Members.parameters(recipe)));
			}
			case Contract contract -> {
				if (inner != contract.getSubject()) {
					levels.add(level((EObject) contract));
					subject(contract.getSubject(), levels);
				}
			}
			case Scenario scenario -> {
				if (inner != scenario.getSubject()) {
					subject(scenario.getSubject(), levels);
				}
			}
			case Offer offer -> levels.add(level(offer.getItems()));
			case Parametrized parametrized -> levels.add(level(Members.parameters(parametrized)));
			case Structure structure -> levels.add(level((EObject) structure));
			default -> {
				// no names of its own
			}
		}
	}

	private void subject(Path subject, List<Level> levels) {
		if (subject != null && !subject.getSegments().isEmpty()) {
			levels.add(level(subject.getSegments().getLast().getTarget()));
		}
	}

	/** @return the part that a call visits with {@code each}, if the name stands in its filter or another operand */
	private static Optional<EObject> visited(Call call, EObject inner) {
		for (Operand operand : call.getOperands()) {
			if (operand.isEach() && operand != inner && operand.getValue() instanceof ValueOf value) {
				List<Segment> segments = value.getPath().getSegments();
				NamedElement last = segments.getLast().getTarget();
				return last instanceof Part || last instanceof Type ? Optional.of(last) : segments.size() < 2 ? Optional.empty()
						: Optional.ofNullable(segments.get(segments.size() - 2).getTarget());
			}
		}
		return Optional.empty();
	}

	private Level level(EObject owner) {
		return new Level() {
			@Override
			public NamedElement find(String name) {
				return owner == null ? null : members.find(owner, name);
			}

			@Override
			public Collection<? extends EObject> all() {
				return owner == null ? List.of() : members.all(owner).values();
			}
		};
	}

	private static Level level(List<? extends EObject> elements) {
		return new Level() {
			@Override
			public NamedElement find(String name) {
				return first(elements, name);
			}

			@Override
			public Collection<? extends EObject> all() {
				return elements;
			}
		};
	}

	private static NamedElement first(List<? extends EObject> elements, String name) {
		for (EObject element : elements) {
			if (element instanceof NamedElement named && name.equals(named.getName())) {
				return named;
			}
		}
		return null;
	}

	private static IEObjectDescription describe(NamedElement element) {
		return element == null ? null : EObjectDescription.create(element.getName(), element);
	}

	private static Collection<IEObjectDescription> describe(Collection<? extends EObject> elements) {
		return elements.stream().filter(element -> element instanceof NamedElement named && named.getName() != null)
				.map(element -> describe((NamedElement) element)).toList();
	}
}
